package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.ElementLine;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.Syntax;

class ElementLineTest {

    private static final int LONG_TEXT = 0x00204000;
    private static final int CONTENT = 0x0040A730;
    private static final int PERSON = 0x0040A123;

    @TempDir private Path folder;

    private List<ElementLine> lines(DicomBuilder builder) throws IOException {
        return lines(builder, Syntax.EXPLICIT);
    }

    private List<ElementLine> lines(DicomBuilder builder, Syntax syntax) throws IOException {
        try (DicomFile file = DicomFile.open(builder.write(folder.resolve("a.dcm"), syntax))) {
            return ElementLine.of(file.attributes());
        }
    }

    private static DicomBuilder base() {
        return new DicomBuilder().text(Tag.SOPClassUID, "UI", "1.2.840.10008.5.1.4.1.1.7");
    }

    private static ElementLine last(List<ElementLine> lines) {
        return lines.get(lines.size() - 1);
    }

    @Test
    void text_is_there_in_full_with_its_name_and_a_backslash_between_values() throws Exception {
        String text = "long ".repeat(5000) + "end";
        List<ElementLine> lines =
                lines(
                        base().text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY")
                                .text(LONG_TEXT, "LT", text));
        assertThat(lines.get(0).value()).isEqualTo("ORIGINAL\\PRIMARY");
        assertThat(lines.get(0).name()).isEqualTo("Image Type");
        assertThat(last(lines).value()).isEqualTo(text);
        assertThat(last(lines).text()).isTrue();
    }

    @Test
    void sequences_hold_the_lines_of_their_items() throws Exception {
        DicomBuilder inner = new DicomBuilder().text(PERSON, "PN", "Drawn^Name");
        DicomBuilder outer = new DicomBuilder().sequence(CONTENT, inner, new DicomBuilder());
        ElementLine sequence = last(lines(base().sequence(CONTENT, outer)));
        assertThat(sequence.value()).isEqualTo("1 item");
        ElementLine nested = sequence.items().get(0).get(0);
        assertThat(nested.value()).isEqualTo("2 items");
        assertThat(nested.items().get(0).get(0).value()).isEqualTo("Drawn^Name");
        assertThat(nested.items().get(1)).isEmpty();
    }

    @Test
    void private_elements_name_their_creator_in_the_same_item() throws Exception {
        DicomBuilder item =
                new DicomBuilder().text(0x00290010, "LO", "ACME INNER").text(0x00291001, "LO", "x");
        List<ElementLine> lines =
                lines(
                        base().text(0x00290010, "LO", "ACME OUTER")
                                .text(0x00291001, "LO", "x")
                                .text(0x00291101, "LO", "y")
                                .sequence(CONTENT, item));
        assertThat(lines.get(1).name()).isEqualTo("Private Creator");
        assertThat(lines.get(2).name()).isEqualTo("Private, ACME OUTER");
        assertThat(lines.get(3).name()).isEqualTo("Private, without creator");
        assertThat(lines.get(4).items().get(0).get(1).name()).isEqualTo("Private, ACME INNER");
    }

    @Test
    void bytes_are_told_by_size_and_beginning_as_hex_and_characters() throws Exception {
        byte[] bytes = "Drawn name and much more".getBytes(StandardCharsets.US_ASCII);
        ElementLine line = last(lines(base().bytes(0x00420011, "OB", bytes)));
        assertThat(line.value())
                .isEqualTo(
                        "24 bytes: 44 72 61 77 6E 20 6E 61 6D 65 20 61 6E 64 20 6D …"
                                + "  Drawn name and m …");
        assertThat(line.text()).isFalse();
    }

    @Test
    void few_numbers_are_there_in_full_and_many_by_size_and_beginning() throws Exception {
        List<ElementLine> few = lines(base().numbers(Tag.Rows, "US", 512));
        assertThat(last(few).value()).isEqualTo("512");
        long[] many = new long[1000];
        many[1] = 7;
        ElementLine table = last(lines(base().numbers(Tag.LUTDescriptor, "US", many)));
        assertThat(table.value()).isEqualTo("2,000 bytes: 0\\7\\0\\0\\0\\0\\0\\0 …");
    }

    @Test
    void pixel_data_is_told_by_its_size_only() throws Exception {
        assertThat(last(lines(base().bytes(Tag.PixelData, "OW", new byte[6]))).value())
                .isEqualTo("6 bytes");
        DicomBuilder fragments = base().fragments(new byte[0], List.of(new byte[10], new byte[4]));
        assertThat(last(lines(fragments, Syntax.RLE)).value()).endsWith("bytes in 2 fragments");
    }

    @Test
    void a_tag_that_comes_twice_shows_both_values() throws Exception {
        byte[] first = new DicomBuilder().text(0x00104000, "LT", "one ").elements(Syntax.EXPLICIT);
        byte[] second = new DicomBuilder().text(0x00104000, "LT", "two ").elements(Syntax.EXPLICIT);
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        List<ElementLine> lines = lines(base().verbatim(0x00104000, both));
        assertThat(lines).extracting(ElementLine::value).endsWith("one", "two");
    }

    @Test
    void representations_are_those_of_the_file() throws Exception {
        assertThat(last(lines(base().text(LONG_TEXT, "UN", "ab"))).vr()).isEqualTo(VR.UN);
    }
}
