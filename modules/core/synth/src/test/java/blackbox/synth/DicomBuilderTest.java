package blackbox.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.Syntax;

class DicomBuilderTest {

    private static String hex(DicomBuilder builder, Syntax syntax) {
        return HexFormat.of().formatHex(builder.elements(syntax));
    }

    @Test
    void elements_are_written_in_ascending_order_and_padded_to_even_length() {
        DicomBuilder builder =
                new DicomBuilder().text(0x0010_0020, "LO", "A").text(0x0008_0018, "UI", "1.2");
        assertThat(hex(builder, Syntax.EXPLICIT))
                .isEqualTo("08001800" + "55490400312e3200" + "10002000" + "4c4f02004120");
        assertThat(hex(builder, Syntax.IMPLICIT))
                .isEqualTo("08001800" + "04000000312e3200" + "10002000" + "020000004120");
    }

    @Test
    void numbers_follow_the_byte_order_and_long_forms_have_four_bytes_of_length() {
        DicomBuilder builder =
                new DicomBuilder()
                        .numbers(0x0028_0010, "US", 0x0102)
                        .numbers(0x0028_0009, "AT", 0x0018_1063)
                        .numbers(0x6000_3000, "OW", 0x0A0B);
        assertThat(hex(builder, Syntax.EXPLICIT))
                .isEqualTo(
                        "28000900415404001800631028001000555302000201"
                                + "006000304f570000020000000b0a");
        assertThat(hex(builder, Syntax.BIG_ENDIAN))
                .isEqualTo(
                        "00280009415400040018106300280010555300020102"
                                + "600030004f570000000000020a0b");
    }

    @Test
    void sequences_have_both_length_forms() {
        DicomBuilder item = new DicomBuilder().text(0x0008_0100, "SH", "X");
        assertThat(hex(new DicomBuilder().sequence(0x0008_1140, item), Syntax.EXPLICIT))
                .isEqualTo(
                        "0800401153510000"
                                + "12000000"
                                + "feff00e00a000000080000015348020058"
                                + "20");
        assertThat(hex(new DicomBuilder().delimitedSequence(0x0008_1140, item), Syntax.EXPLICIT))
                .isEqualTo(
                        "0800401153510000ffffffff"
                                + "feff00e0ffffffff"
                                + "08000001534802005820"
                                + "feff0de000000000"
                                + "feffdde000000000");
    }

    @Test
    void the_head_can_be_right_wrong_or_absent() {
        byte[] right = new DicomBuilder().toBytes(Syntax.EXPLICIT);
        assertThat(Arrays.copyOfRange(right, 128, 132)).asString().isEqualTo("DICM");
        assertThat(right[140]).isEqualTo((byte) (right.length - 144));
        byte[] wrong = new DicomBuilder().wrongMetaLength(4).toBytes(Syntax.EXPLICIT);
        assertThat(wrong[140] - right[140]).isEqualTo(4);
        assertThat(new DicomBuilder().withoutMeta().toBytes(Syntax.EXPLICIT)).isEmpty();
        assertThat(new DicomBuilder().withoutMetaLength().toBytes(Syntax.EXPLICIT))
                .hasSize(right.length - 12);
    }

    @Test
    void anything_can_be_written_as_it_is() {
        DicomBuilder builder =
                new DicomBuilder()
                        .bytes(0x0009_1001, "??", new byte[] {1})
                        .verbatim(0x0009_1002, new byte[] {5, 6})
                        .fragments(new byte[0], List.of(new byte[] {7}));
        assertThat(hex(builder, Syntax.RLE))
                .isEqualTo(
                        "090001103f3f010001"
                                + "0506"
                                + "e07f10004f420000ffffffff"
                                + "feff00e000000000feff00e0020000000700feffdde000000000");
        byte[] all = builder.toBytes(Syntax.RLE);
        assertThat(builder.truncated(Syntax.RLE, 5)).isEqualTo(Arrays.copyOf(all, all.length - 5));
    }
}
