package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.ElementLine;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.DrawnFile;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.synth.Syntax;

/** Blank copies. */
class BlankIT {

    private static final Path SHARED = Path.of(System.getProperty("pixelanon.shared", "none"));
    private static final int STUDY = 0x0020000D;
    private static final int SERIES = 0x0020000E;
    private static final int REFERENCED = 0x00081140;
    private static final int REFERENCED_INSTANCE = 0x00081155;
    private static final int REFERENCED_CLASS = 0x00081150;
    private static final String KIND = "1.2.840.10008.5.1.4.1.1.7";

    @TempDir Path folder;

    private Path in(String name) {
        return folder.resolve(name);
    }

    private static SampleFile withPatient(String instance, String referenced) {
        return SampleFile.of(8, 12)
                .frames(3)
                .bits(16, 12, 11)
                .samples((f, r, c, k) -> 100 + f + r + c)
                .overlay(new Overlay(0x6000, 5, 7, 1, 1, 2, (f, r, c) -> true))
                .highBitOverlay(0x6002, 13, (f, r, c) -> true)
                .with(
                        b ->
                                b.text(Tag.SOPInstanceUID, "UI", instance)
                                        .text(STUDY, "UI", "1.2.3.4.5")
                                        .text(SERIES, "UI", "1.2.3.4.6")
                                        .text(0x00080050, "SH", "ACC12345")
                                        .text(0x00080080, "LO", "Zwgh Clinic")
                                        .text(0x00080090, "PN", "Refxy^Qrst")
                                        .text(0x0008103E, "LO", "scout of Zqvexample")
                                        .text(0x00081010, "SH", "")
                                        .text(0x00081090, "LO", "Model 7")
                                        .text(0x00100010, "PN", "Zqvexample^Abxq")
                                        .text(0x00100020, "LO", "PAT-77341")
                                        .text(0x00100030, "DA", "19410102")
                                        .text(0x00101000, "LO", "OTHER-1")
                                        .text(0x00190010, "LO", "A MAKER")
                                        .text(0x00191001, "LO", "Zqvexample in private")
                                        .text(0x00204000, "LT", "seen with the neighbour")
                                        .numbers(0x00189073, "US", 7)
                                        .sequence(
                                                REFERENCED,
                                                new DicomBuilder()
                                                        .text(REFERENCED_CLASS, "UI", KIND)
                                                        .text(REFERENCED_INSTANCE, "UI", referenced)
                                                        .text(
                                                                0x0040A123,
                                                                "PN",
                                                                "Zqvexample^Abxq")));
    }

    private DicomFile blank(Path original, String... options) throws IOException {
        List<Object> all =
                new java.util.ArrayList<>(List.of("blank", original, "-o", in("out"), "-q"));
        all.addAll(List.of(options));
        Command command = run(all.toArray());
        assertThat(command.code()).as(command.err()).isZero();
        return DicomFile.open(in("out").resolve(original.getFileName()));
    }

    @Test
    void every_frame_and_overlay_is_blank_and_has_its_shape() throws Exception {
        Path original = withPatient("1.2.3.9", "1.2.3.8").write(in("a.dcm"), Syntax.EXPLICIT);
        try (DicomFile copy = blank(original);
                DicomFile source = DicomFile.open(original)) {
            assertThat(copy.planes()).isEqualTo(source.planes());
            assertThat(copy.planes()).hasSize(3 + 2 + 3);
            for (int f = 0; f < 3; f++) {
                for (int i = 0; i < 96; i++) {
                    assertThat(copy.frame(f).word(i)).isZero();
                }
                assertThat(copy.overlay(new OverlayPlane(0x6002, f))).containsOnly(0).hasSize(96);
            }
            for (int f = 0; f < 2; f++) {
                assertThat(copy.overlay(new OverlayPlane(0x6000, f))).containsOnly(0).hasSize(35);
            }
            assertThat(copy.transferSyntax().uid()).isEqualTo("1.2.840.10008.1.2.5");
        }
    }

    @Test
    void blank_is_what_displays_black() throws Exception {
        Path bright =
                SampleFile.of(4, 4)
                        .photometric("MONOCHROME1")
                        .samples((f, r, c, k) -> 3)
                        .write(in("bright.dcm"), Syntax.EXPLICIT);
        Path signed =
                SampleFile.of(4, 4)
                        .bits(16, 16, 15)
                        .signed()
                        .samples((f, r, c, k) -> 3)
                        .write(in("signed.dcm"), Syntax.BIG_ENDIAN);
        try (DicomFile one = blank(bright);
                DicomFile other = blank(signed)) {
            assertThat(one.frame(0).sample(0)).isEqualTo(255);
            assertThat(other.frame(0).sample(0)).isEqualTo(-32768);
        }
    }

    @Test
    void uids_agree_within_and_between_files_and_with_the_salt_only() throws Exception {
        Path a = withPatient("1.2.3.9", "1.2.3.8").write(in("a.dcm"), Syntax.IMPLICIT);
        Path b = withPatient("1.2.3.8", "1.2.3.9").write(in("b.dcm"), Syntax.DEFLATED);
        try (DicomFile one = blank(a, "--salt", "s");
                DicomFile other = blank(b, "--salt", "s")) {
            Attributes of = one.attributes();
            Attributes to = other.attributes();
            assertThat(uid(of, STUDY)).isEqualTo(uid(to, STUDY)).isNotEqualTo(uid(of, SERIES));
            assertThat(uid(of, Tag.SOPInstanceUID)).isNotEqualTo(uid(to, Tag.SOPInstanceUID));
            assertThat(uid(item(of), REFERENCED_INSTANCE)).isEqualTo(uid(to, Tag.SOPInstanceUID));
            assertThat(uid(item(to), REFERENCED_INSTANCE)).isEqualTo(uid(of, Tag.SOPInstanceUID));
            assertThat(uid(item(of), REFERENCED_CLASS)).isEqualTo(KIND);
            assertThat(uid(of, Tag.SOPClassUID)).isEqualTo(KIND);
        }
        String salted;
        try (DicomFile again = DicomFile.open(in("out/a.dcm"))) {
            salted = uid(again.attributes(), STUDY);
        }
        try (DicomFile plain = blank(a, "--overwrite")) {
            assertThat(uid(plain.attributes(), STUDY)).isNotEqualTo(salted);
        }
    }

    private static String uid(Attributes attributes, int tag) {
        return attributes.getString(tag).orElseThrow();
    }

    private static Attributes item(Attributes attributes) {
        return attributes.getSequence(REFERENCED).get(0);
    }

    @Test
    void what_says_who_is_gone_and_what_tells_the_device_stays() throws Exception {
        Path original = withPatient("1.2.3.9", "1.2.3.8").write(in("a.dcm"), Syntax.BIG_ENDIAN);
        try (DicomFile copy = blank(original)) {
            Attributes tags = copy.attributes();
            String name = tags.getString(0x00100010).orElseThrow();
            assertThat(name).matches("Anonymous\\^[0-9A-F]{12}");
            assertThat(item(tags).getString(0x0040A123)).contains(name);
            assertThat(tags.getString(0x00080090).orElseThrow()).isNotEqualTo(name);
            assertThat(tags.getString(0x00100020).orElseThrow()).matches("[0-9A-F]{12}");
            assertThat(tags.getString(0x00080050).orElseThrow()).matches("[0-9A-F]{12}");
            for (int emptied : new int[] {0x00080080, 0x0008103E, 0x00100030, 0x00204000}) {
                assertThat(tags.vr(emptied)).isPresent();
                assertThat(tags.length(emptied)).isZero();
            }
            for (int removed : new int[] {0x00101000, 0x00190010, 0x00191001}) {
                assertThat(tags.contains(removed)).isFalse();
            }
            assertThat(tags.getString(0x00081090)).contains("Model 7");
            assertThat(tags.getInt(0x00189073, 0)).isEqualTo(7);
            assertThat(tags.vr(0x00189073)).contains(VR.US);
        }
        String bytes = Files.readString(in("out/a.dcm"), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("Zqvexample", "PAT-77341", "Refxy", "Zwgh", "1.2.3.");
    }

    @Test
    void names_of_folders_and_files_that_are_uids_become_those_of_the_copy() throws Exception {
        Path place = Files.createDirectories(in("in/1.2.3.4.5/1.2.3.4.6"));
        withPatient("1.2.3.4.7", "1.2.3.8").write(place.resolve("1.2.3.4.7.dcm"), Syntax.RLE);
        withPatient("1.2.3.4.71", "1.2.3.8").write(place.resolve("1.2.3.4.7.9"), Syntax.RLE);
        assertThat(run("blank", in("in"), "-o", in("out"), "-q").code()).isZero();
        List<Path> copies = Command.files(in("out"));
        assertThat(copies).hasSize(2);
        for (Path path : copies) {
            try (DicomFile copy = DicomFile.open(path)) {
                Attributes tags = copy.attributes();
                Path below = in("out").relativize(path);
                assertThat(below.getName(0)).hasToString(uid(tags, STUDY));
                assertThat(below.getName(1)).hasToString(uid(tags, SERIES));
                String name = below.getName(2).toString();
                assertThat(name).isIn(uid(tags, Tag.SOPInstanceUID) + ".dcm", "1.2.3.4.7.9");
            }
        }
    }

    @Test
    void a_file_that_cannot_be_blanked_is_named_and_has_no_copy() throws Exception {
        byte[] whole = withPatient("1.2.3.9", "1.2.3.8").toBytes(Syntax.EXPLICIT);
        Path cut = Files.write(in("cut.dcm"), java.util.Arrays.copyOf(whole, whole.length - 30));
        Path text = in("text.dcm");
        new DicomBuilder().text(Tag.SOPClassUID, "UI", KIND).write(text, Syntax.EXPLICIT);
        Command command = run("blank", cut, text, "-o", in("out"), "-q");
        assertThat(command.code()).isEqualTo(1);
        assertThat(command.complaints())
                .hasSize(2)
                .anyMatch(l -> l.startsWith("Failed: " + cut))
                .contains("Failed: " + text + ": contains neither image nor overlay");
        assertThat(Command.files(in("out"))).isEmpty();
        Path good = withPatient("1.2.3.9", "1.2.3.8").write(in("good.dcm"), Syntax.EXPLICIT);
        blank(good).close();
        byte[] first = Files.readAllBytes(in("out/good.dcm"));
        Command again = run("blank", good, "-o", in("out"), "-q");
        assertThat(again.complaints())
                .containsExactly("Failed: " + good + ": output exists (--overwrite or --resume)");
        assertThat(in("out/good.dcm")).hasBinaryContent(first);
    }

    @Test
    void drawn_files_lose_all_their_text() throws Exception {
        Path samples = in("samples");
        SampleSet.write(samples, 24, 5);
        assertThat(run("blank", samples, "-o", in("out"), "-q").code()).isZero();
        for (int i = 0; i < 24; i++) {
            DrawnFile drawn = SampleSet.of(5).draw(i);
            Path path = Command.files(in("out")).get(i);
            String bytes = Files.readString(path, StandardCharsets.ISO_8859_1);
            for (ElementLine line : lines(drawn)) {
                if (line.vr() == VR.PN && line.value().length() > 4) {
                    assertThat(bytes).doesNotContain(line.value());
                }
            }
        }
    }

    private List<ElementLine> lines(DrawnFile drawn) throws IOException {
        Path path = Files.write(in("one.dcm"), drawn.toBytes());
        try (DicomFile file = DicomFile.open(path)) {
            return ElementLine.of(file.attributes());
        }
    }

    @Test
    void real_files_are_blanked_or_refused_for_what_is_wrong_with_them() throws Exception {
        Path corpus = SHARED.resolve("corpus/files");
        assumeTrue(Files.isDirectory(corpus), "no corpus here");
        Command command = run("blank", corpus, "-o", in("out"), "-q");
        assertThat(command.code()).isEqualTo(1);
        assertThat(command.complaints())
                .allMatch(
                        l ->
                                l.contains("runs past its end")
                                        || l.contains("end too early")
                                        || l.contains("damaged value representation")
                                        || l.contains("without BitsAllocated")
                                        || l.contains("neither image nor overlay"));
        assertThat(Command.files(in("out"))).hasSizeGreaterThan(140);
    }
}
