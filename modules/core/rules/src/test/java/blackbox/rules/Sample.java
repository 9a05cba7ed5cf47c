package blackbox.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RuleReader;
import org.pixelanon.rules.RuleResult;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** A small file with known elements, and rules on it. */
final class Sample {

    static final int ROWS = 20;
    static final int COLUMNS = 30;

    private Sample() {}

    static SampleFile image() {
        return SampleFile.of(ROWS, COLUMNS)
                .samples((f, r, c, k) -> 200)
                .with(
                        b ->
                                b.text(Tag.Modality, "CS", "XA")
                                        .text(Tag.ImageType, "CS", "DERIVED", "SECONDARY")
                                        .text(Tag.Manufacturer, "LO", "Acme Imaging ")
                                        .text(Tag.ManufacturerModelName, "LO", "")
                                        .text(0x0019_0010, "LO", "ACME 1.0")
                                        .text(0x0019_1001, "LO", "Fluoro")
                                        .text(0x0019_0011, "LO", "OTHER")
                                        .text(0x0019_1101, "LO", "Snapshot")
                                        .bytes(
                                                0x0019_1102,
                                                "UN",
                                                "HiQ ".getBytes(StandardCharsets.US_ASCII))
                                        .sequence(
                                                0x0018_9346, code("X1", "one"), code("X2", "two")));
    }

    private static DicomBuilder code(String value, String meaning) {
        return new DicomBuilder().text(0x0008_0100, "SH", value).text(0x0008_0104, "LO", meaning);
    }

    static DicomBuilder region(int left, int top, int right, int bottom) {
        return new DicomBuilder()
                .numbers(0x00186018, "UL", left)
                .numbers(0x0018601A, "UL", top)
                .numbers(0x0018601C, "UL", right)
                .numbers(0x0018601E, "UL", bottom);
    }

    static DicomFile open(Path folder, SampleFile image) throws IOException {
        Path file = folder.resolve("sample" + System.nanoTime() + ".dcm");
        return DicomFile.open(image.write(file, Syntax.EXPLICIT));
    }

    static DicomFile open(Path folder, Consumer<DicomBuilder> change) throws IOException {
        return open(folder, image().with(change));
    }

    static String recipe(String... lines) {
        return "FORMAT dicom\n%filter test\nLABEL rule\n" + String.join("\n", lines) + "\n";
    }

    static RuleResult apply(DicomFile file, String rules) throws IOException {
        return RuleBook.of("test", RuleReader.read(rules), false).apply(file);
    }

    static boolean matches(DicomFile file, String criteria) throws IOException {
        return !apply(file, recipe(criteria)).matching().isEmpty();
    }

    static boolean signs(DicomFile file, String signature) throws IOException {
        return !apply(file, "{ " + signature + " } (0,0,1,1)").matching().isEmpty();
    }

    static List<String> rectangles(RuleResult result) {
        return result.regions().stream().map(r -> r.region().toString()).sorted().toList();
    }
}
