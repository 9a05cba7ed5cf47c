package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.Verification;

/**
 * Every frame of JPEG lossless and JPEG-LS in the corpus, and of our copies of them, is to dcmtk
 * what it is to us. CorpusOracleIT asks gdcm the same.
 */
class LosslessCorpusIT {

    private static final Path FILES =
            Path.of(System.getProperty("pixelanon.shared", "none"), "corpus", "files");
    private static final String JPEG = "1.2.840.10008.1.2.4.";
    private static final Set<String> LOSSLESS_JPEG = Set.of(JPEG + "57", JPEG + "70");
    private static final Set<String> JPEG_LS = Set.of(JPEG + "80", JPEG + "81");

    /** Files that dcmtk cannot read, and why; gdcm reads the frames of the second and third. */
    private static final Set<String> NOT_FOR_DCMTK =
            Set.of(
                    // its fragments end too early: nobody decodes it
                    "fo-dicom__fo-dicom__GH1339.dcm",
                    // damaged elements before the pixels
                    "fo-dicom__fo-dicom__GH364.dcm",
                    // "invalid compressed image data": 7 bits and a CharLS of 2008
                    "pydicom__pydicom-data__JLSL_08_07_0_1F.dcm");

    @TempDir private Path folder;
    private final List<String> different = new ArrayList<>();
    private final Set<String> unread = new TreeSet<>();
    private int frames;
    private int redacted;

    @Test
    void every_frame_is_to_dcmtk_what_it_is_to_us_before_and_behind_a_redaction()
            throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(FILES), "no corpus here");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dcmdjpls")), "no dcmtk here");
        List<Path> all;
        try (Stream<Path> files = Files.list(FILES)) {
            all = files.sorted().toList();
        }
        for (Path path : all) {
            String name = path.getFileName().toString();
            try (DicomFile file = DicomFile.open(path)) {
                String uid = file.transferSyntax().uid();
                if (LOSSLESS_JPEG.contains(uid) || JPEG_LS.contains(uid)) {
                    one(file, name, JPEG_LS.contains(uid) ? "dcmdjpls" : "dcmdjpeg");
                }
            } catch (DicomException e) {
                unread.add(name);
            }
        }
        assertThat(different).isEmpty();
        assertThat(unread).isEqualTo(new TreeSet<>(NOT_FOR_DCMTK));
        assertThat(frames).isEqualTo(87);
        assertThat(redacted).isEqualTo(41);
    }

    private void one(DicomFile file, String name, String tool)
            throws IOException, InterruptedException {
        ImageDescription image = file.image().orElseThrow();
        int last = image.frames() - 1;
        PixelRectangle rectangle =
                new PixelRectangle(1, 2, image.columns() / 2, Math.max(1, image.rows() / 3));
        RedactionTargets targets =
                RedactionTargets.resolve(
                        file,
                        new RedactionPlan(List.of(new Region(new FramePlane(last), rectangle))));
        Path copy = folder.resolve("copy.dcm");
        new Redactor().write(file, targets, RedactionPolicy.DEFAULT, copy);
        Verification v = new Verifier().verify(file, copy, targets, RedactionPolicy.DEFAULT);
        v.problems().forEach(problem -> different.add(name + " verifier: " + problem));
        redacted++;
        try (DicomFile ours = DicomFile.open(copy)) {
            assertThat(ours.transferSyntax()).isEqualTo(file.transferSyntax());
            if (compare(file, tool, name)) {
                frames += image.frames();
                assertThat(compare(ours, tool, name + " redacted")).as(name).isTrue();
            } else {
                unread.add(name);
            }
        }
    }

    /** Compares all frames; false if dcmtk refuses the file. */
    private boolean compare(DicomFile file, String tool, String name)
            throws IOException, InterruptedException {
        Path decoded = folder.resolve("decoded.dcm");
        Files.deleteIfExists(decoded);
        List<String> command = new ArrayList<>(List.of(tool));
        if (tool.equals("dcmdjpeg")) {
            command.add("+cn"); // no conversion of colours
        }
        command.add(file.path().toString());
        command.add(decoded.toString());
        Process process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) {
            return false;
        }
        try (DicomFile theirs = DicomFile.open(decoded)) {
            for (int i = 0; i < file.image().orElseThrow().frames(); i++) {
                if (!same(file.frame(i), theirs.frame(i))) {
                    different.add(name + " frame " + (i + 1));
                }
            }
        }
        return true;
    }

    private static boolean same(Frame a, Frame b) {
        boolean same = a.length() == b.length();
        for (int i = 0; same && i < a.length(); i++) {
            same = a.word(i) == b.word(i);
        }
        return same;
    }
}
