package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Dictionary;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Blank copies do what docs/blank.md says of elements, in the data set and in items. */
class BlankProfileIT {

    private static final Pattern ROW =
            Pattern.compile(
                    "(?m)^\\| \\((\\p{XDigit}{4}),(\\p{XDigit}{4})\\) \\|([^|]*)\\| (\\w+) \\|$");
    private static final int SEQUENCE = 0x00081115;

    @TempDir Path folder;

    private static Map<Integer, String> profile(Map<Integer, String> examples) throws Exception {
        Path root = Path.of(System.getProperty("pixelanon.root"));
        Matcher row = ROW.matcher(Files.readString(root.resolve("docs/blank.md")));
        Map<Integer, String> profile = new TreeMap<>();
        while (row.find()) {
            int tag = Integer.parseInt(row.group(1), 16) << 16 | Integer.parseInt(row.group(2), 16);
            profile.put(tag, row.group(4));
            examples.put(tag, row.group(3).strip());
        }
        return profile;
    }

    /** A value of the right form; in one row it holds the patient's name. */
    private static void fill(DicomBuilder into, int tag, String example) {
        VR vr = Dictionary.vr(tag);
        if ((tag & 0x10000) != 0) {
            into.text(tag, "LO", "PRIVATE");
            return;
        }
        if (example.endsWith("word of the name")) {
            into.text(tag, "LO", "scan of zqvexample");
            return;
        }
        switch (vr) {
            case PN -> into.text(tag, "PN", "Zqvexample^Abxq");
            case DA -> into.text(tag, "DA", "20240102");
            case TM -> into.text(tag, "TM", "101112");
            case UI ->
                    into.text(
                            tag,
                            "UI",
                            tag == 0x00080016 ? "1.2.840.10008.5.1.4.1.1.7" : "1.2.3.4.5");
            case AS -> into.text(tag, "AS", "045Y");
            case SQ -> into.sequence(tag, new DicomBuilder().text(0x00080060, "CS", "CT"));
            case OB, OW -> into.bytes(tag, vr.name(), new byte[] {1, 2, 3, 4});
            case US -> into.numbers(tag, "US", 7);
            default -> into.text(tag, vr.name(), "V%08X".formatted(tag));
        }
    }

    @Test
    void every_row_of_the_table_is_true() throws Exception {
        Map<Integer, String> examples = new TreeMap<>();
        Map<Integer, String> profile = profile(examples);
        assertThat(profile).hasSizeGreaterThan(30);
        DicomBuilder item = new DicomBuilder();
        profile.keySet().forEach(tag -> fill(item, tag, examples.get(tag)));
        Path original =
                SampleFile.of(2, 2)
                        .samples((f, r, c, k) -> 1)
                        .with(b -> profile.keySet().forEach(tag -> fill(b, tag, examples.get(tag))))
                        .with(b -> b.sequence(SEQUENCE, item))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        Command blank = run("blank", original, "-o", folder.resolve("out"), "-q");
        assertThat(blank.code()).as(blank.err()).isZero();
        try (DicomFile before = DicomFile.open(original);
                DicomFile after = DicomFile.open(folder.resolve("out/a.dcm"))) {
            Attributes inside = before.attributes().getSequence(SEQUENCE).get(0);
            Attributes insideCopy = after.attributes().getSequence(SEQUENCE).get(0);
            for (Map.Entry<Integer, String> row : profile.entrySet()) {
                check(row.getKey(), row.getValue(), before.attributes(), after.attributes());
                check(row.getKey(), row.getValue(), inside, insideCopy);
            }
        }
        String bytes = Files.readString(folder.resolve("out/a.dcm"), StandardCharsets.ISO_8859_1);
        assertThat(bytes.toLowerCase(java.util.Locale.ROOT)).doesNotContain("zqvexample");
    }

    private static void check(int tag, String becomes, Attributes before, Attributes after) {
        String name = "%08X %s".formatted(tag, becomes);
        assertThat(before.length(tag)).as(name).isPositive();
        switch (becomes) {
            case "kept" -> assertThat(after.getBytes(tag)).as(name).isEqualTo(before.getBytes(tag));
            case "emptied" -> {
                assertThat(after.contains(tag)).as(name).isTrue();
                assertThat(after.length(tag)).as(name).isZero();
            }
            case "removed" -> assertThat(after.contains(tag)).as(name).isFalse();
            case "hashed" -> {
                assertThat(after.length(tag)).as(name).isPositive();
                assertThat(after.getBytes(tag)).as(name).isNotEqualTo(before.getBytes(tag));
            }
            default -> throw new AssertionError(name);
        }
    }
}
