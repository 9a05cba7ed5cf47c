package org.pixelanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.codec.FrameCodecs;
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
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Every frame of every DCT file of the corpus, before and behind a redaction, as others see it. */
class CorpusJpegIT {

    private static final Path FILES =
            Path.of(System.getProperty("pixelanon.shared", "none"), "corpus", "files");

    /** What an oracle cannot do, and why that says nothing about us. */
    private static final Map<String, String> THEY_CANNOT =
            Map.of(
                    "dcmtk pydicom__pydicom__SC_rgb_jpeg.dcm",
                    "ends with an error on the damaged elements of this file",
                    "gdcm robyoung__dicom-test-files__RG3_JPLY",
                    "gdcm cuts samples to BitsStored, and eight have a bit more");

    @TempDir private Path folder;

    private record Words(Path file, String oracle, int frame, byte[] words) {}

    private final List<Path> files = new ArrayList<>();

    @BeforeEach
    void find() throws IOException {
        assumeTrue(Files.isDirectory(FILES), "no corpus here");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dcmdjpeg")), "no dcmtk here");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no python here");
        try (Stream<Path> all = Files.list(FILES)) {
            for (Path path : all.sorted().toList()) {
                try (DicomFile file = DicomFile.open(path)) {
                    boolean dct = FrameCodecs.isJpegDct(file.transferSyntax().uid());
                    if (dct && file.image().isPresent() && !file.isTruncated()) {
                        files.add(path);
                    }
                }
            }
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(17);
        encode();
    }

    /** Files that dcmtk encodes by each process, since the corpus has few that are progressive. */
    private void encode() throws IOException {
        SampleFile grey =
                SampleFile.of(75, 101)
                        .bits(16, 12, 11)
                        .samples((f, r, c, k) -> r * c / 3 + (r / 7 + c / 5) % 2 * 1500);
        SampleFile colour =
                SampleFile.of(101, 77)
                        .frames(2)
                        .photometric("RGB")
                        .samples((f, r, c, k) -> 60 * k + r + f + (r / 7 + c / 5) % 2 * 90);
        Path greyFile = grey.write(folder.resolve("grey"), Syntax.EXPLICIT);
        Path colourFile = colour.write(folder.resolve("colour"), Syntax.EXPLICIT);
        for (String process : new String[] {"+eb", "+ee", "+es", "+ep"}) {
            if (!process.equals("+eb")) {
                encode(process, "+s4", greyFile);
            }
            for (String sampling : new String[] {"+s4", "+s2"}) {
                encode(process, sampling, colourFile);
            }
        }
    }

    private void encode(String process, String sampling, Path from) throws IOException {
        Path to = folder.resolve(from.getFileName() + process + sampling + ".dcm");
        Process p =
                new ProcessBuilder("dcmcjpeg", process, sampling, from.toString(), to.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            assertThat(p.waitFor()).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        files.add(to);
    }

    private List<Words> ask(List<Path> paths) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add("/usr/bin/python3");
        command.add(
                Path.of(System.getProperty("pixelanon.root"), "modules/core/dicom/src/test/python")
                        .resolve("dct.py")
                        .toString());
        command.add(folder.toString());
        paths.forEach(p -> command.add(p.toString()));
        Path said = folder.resolve("said.txt");
        Process p =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(p.waitFor()).isZero();
        List<Words> out = new ArrayList<>();
        for (String line : Files.readAllLines(said, StandardCharsets.UTF_8)) {
            String[] f = line.split("\t", -1);
            if (f[0].equals("P")) {
                byte[] words = Files.readAllBytes(Path.of(f[4]));
                out.add(new Words(Path.of(f[1]), f[2], Integer.parseInt(f[3]), words));
            }
        }
        return out;
    }

    /** Compares every frame with every oracle; gives what differs. */
    private List<String> compare(List<Path> paths) throws IOException, InterruptedException {
        List<String> different = new ArrayList<>();
        Map<Path, Set<Integer>> exact = new TreeMap<>();
        for (Words theirs : ask(paths)) {
            String who = theirs.oracle() + " " + theirs.file().getFileName();
            try (DicomFile file = DicomFile.open(theirs.file())) {
                byte[] ours = words(file.frame(theirs.frame()));
                if (Arrays.equals(ours, theirs.words())) {
                    exact.computeIfAbsent(theirs.file(), k -> new TreeSet<>()).add(theirs.frame());
                } else if (!THEY_CANNOT.containsKey(who)) {
                    different.add(who + " frame " + theirs.frame());
                }
            }
        }
        for (Path path : paths) {
            try (DicomFile file = DicomFile.open(path)) {
                int frames = file.image().orElseThrow().frames();
                if (exact.getOrDefault(path, Set.of()).size() != frames) {
                    different.add(path.getFileName() + " is exact by no oracle");
                }
            }
        }
        return different;
    }

    @Test
    void every_frame_is_that_of_dcmtk_and_gdcm_to_the_last_bit() throws Exception {
        assertThat(compare(files)).isEmpty();
    }

    @Test
    void redacted_files_are_proven_and_read_by_dcmtk_and_gdcm_as_by_us() throws Exception {
        List<Path> written = new ArrayList<>();
        for (Path path : files) {
            Random random = new Random(path.getFileName().toString().hashCode());
            Path out = Files.createDirectories(folder.resolve("out")).resolve(path.getFileName());
            try (DicomFile file = DicomFile.open(path)) {
                ImageDescription image = file.image().orElseThrow();
                List<Region> regions = new ArrayList<>();
                for (int n = 0; n < 2 * image.frames(); n++) {
                    int x = random.nextInt(image.columns());
                    int y = random.nextInt(image.rows());
                    int width = 1 + random.nextInt((image.columns() - x + 1) / 2);
                    int height = 1 + random.nextInt((image.rows() - y + 1) / 2);
                    regions.add(
                            new Region(
                                    new FramePlane(n / 2),
                                    new PixelRectangle(x, y, width, height)));
                }
                RedactionTargets targets =
                        RedactionTargets.resolve(file, new RedactionPlan(regions));
                new Redactor().write(file, targets, RedactionPolicy.DEFAULT, out);
                Verification v = new Verifier().verify(file, out, targets, RedactionPolicy.DEFAULT);
                assertThat(v.problems()).as(path.toString()).isEmpty();
                assertThat(v.framesChanged()).isEqualTo(image.frames());
                assertThat(v.samplesOutside()).isPositive();
            }
            written.add(out);
        }
        assertThat(compare(written)).isEmpty();
    }

    private static byte[] words(Frame frame) {
        int width = frame.bitsAllocated() / 8;
        byte[] out = new byte[frame.length() * width];
        for (int i = 0; i < frame.length(); i++) {
            for (int b = 0; b < width; b++) {
                out[i * width + b] = (byte) (frame.word(i) >>> 8 * b);
            }
        }
        return out;
    }
}
