package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Dictionary;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.model.Identity;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.Syntax;

class ElementsTest {

    private static final int NAME = 0x00100010;

    @TempDir private Path folder;

    private DicomFile open(DicomBuilder builder, Syntax syntax) throws IOException {
        return DicomFile.open(builder.write(folder.resolve("a.dcm"), syntax));
    }

    private static DicomBuilder base() {
        return new DicomBuilder().text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.7");
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private String name(String charset, byte[] value) throws IOException {
        DicomBuilder b = base();
        if (!charset.isEmpty()) {
            b.text(Tag.SpecificCharacterSet, "CS", charset.split("\\\\", -1));
        }
        byte[] even = value.length % 2 == 0 ? value : Arrays.copyOf(value, value.length + 1);
        b.bytes(NAME, "PN", even);
        try (DicomFile file = open(b, Syntax.EXPLICIT)) {
            return String.join("|", file.attributes().getStrings(NAME));
        }
    }

    @Test
    void examples_of_the_standard_for_character_sets_are_decoded() throws IOException {
        // PS3.5 H.3.1, H.3.2, I.2, J.1 to J.3, PS3.3 C.12
        assertThat(
                        name(
                                "\\ISO 2022 IR 87",
                                hex(
                                        "59616D6164615E5461726F753D1B2442"
                                                + "3B3345441B28425E1B244242404F3A1B28423D1B2442"
                                                + "246424 5E24401B28425E1B2442243F246D24261B2842")))
                .isEqualTo("Yamada^Tarou=山田^太郎=やまだ^たろう");
        assertThat(
                        name(
                                "ISO 2022 IR 13\\ISO 2022 IR 87",
                                hex(
                                        "D4CFC0DE5EC0DBB33D1B2442"
                                                + "3B3345441B284A5E1B244242404F3A1B284A3D1B2442"
                                                + "2464245E24401B284A5E1B2442243F246D24261B284A")))
                .isEqualTo("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
        assertThat(
                        name(
                                "\\ISO 2022 IR 149",
                                hex(
                                        "486F6E675E47696C646F6E673D1B242943FBF35E1B242943D1CED4D73D"
                                                + "1B242943C8AB5E1B242943B1E6B5BF")))
                .isEqualTo("Hong^Gildong=洪^吉洞=홍^길동");
        assertThat(name("ISO_IR 192", "Wang^XiaoDong=王^小东".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("Wang^XiaoDong=王^小东");
        assertThat(name("GB18030", "王^小东".getBytes(Charset.forName("GB18030")))).isEqualTo("王^小东");
        assertThat(name("ISO_IR 100", "Äneas^Rüdiger".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("Äneas^Rüdiger");
        assertThat(name("ISO_IR 144", "Люкceмбypг".getBytes(Charset.forName("ISO-8859-5"))))
                .isEqualTo("Люкceмбypг");
        assertThat(name("ISO_IR 127", "قباني^لنزار".getBytes(Charset.forName("ISO-8859-6"))))
                .isEqualTo("قباني^لنزار");
        assertThat(name("", "Buc^Jérôme".getBytes(StandardCharsets.UTF_8))).isEqualTo("Buc^Jérôme");
        assertThat(name("", "Buc^Jérôme".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("Buc^Jérôme");
    }

    @Test
    void a_backslash_that_is_half_a_character_separates_nothing() throws IOException {
        // 0x5C is the second byte of these in GBK and of a kanji in ISO 2022 IR 87
        byte[] gbk = "誠".getBytes(Charset.forName("GBK"));
        byte[] half = {(byte) 0x81, 0x5C};
        assertThat(name("GBK", half))
                .doesNotContain("|")
                .isEqualTo(new String(half, Charset.forName("GBK")));
        assertThat(name("GBK", gbk)).isEqualTo("誠");
        assertThat(name("\\ISO 2022 IR 87", hex("1B2442305C1B2842")))
                .isEqualTo(new String(hex("B0DC"), Charset.forName("EUC-JP")));
        assertThat(name("GB18030", "张\\王".getBytes(Charset.forName("GB18030")))).isEqualTo("张|王");
    }

    @Test
    void items_inherit_the_character_set_and_may_have_their_own() throws IOException {
        byte[] latin = "Jürg".getBytes(StandardCharsets.ISO_8859_1);
        byte[] greek = "Διον".getBytes(Charset.forName("ISO-8859-7"));
        DicomBuilder b =
                base().text(Tag.SpecificCharacterSet, "CS", "ISO_IR 100")
                        .sequence(
                                0x00081140,
                                new DicomBuilder().bytes(NAME, "PN", latin),
                                new DicomBuilder()
                                        .text(Tag.SpecificCharacterSet, "CS", "ISO_IR 126")
                                        .bytes(NAME, "PN", greek));
        try (DicomFile file = open(b, Syntax.EXPLICIT)) {
            List<Attributes> items = file.attributes().getSequence(0x00081140);
            assertThat(items.get(0).getString(NAME)).hasValue("Jürg");
            assertThat(items.get(1).getString(NAME)).hasValue("Διον");
        }
    }

    @Test
    void sequences_of_both_length_forms_nest_in_every_syntax() throws IOException {
        for (Syntax syntax :
                List.of(Syntax.IMPLICIT, Syntax.EXPLICIT, Syntax.BIG_ENDIAN, Syntax.DEFLATED)) {
            DicomBuilder inner = new DicomBuilder().text(0x00080100, "SH", "deep");
            DicomBuilder b =
                    base().sequence(
                                    0x00082112,
                                    new DicomBuilder()
                                            .delimitedSequence(
                                                    0x0040A170,
                                                    new DicomBuilder()
                                                            .sequence(0x00081140, inner, inner)))
                            .sequence(0x00400555)
                            .delimitedSequence(0x00400556)
                            .numbers(0x00280010, "US", 7);
            try (DicomFile file = open(b, syntax)) {
                Attributes a = file.attributes();
                Attributes deep =
                        a.getSequence(0x00082112)
                                .get(0)
                                .getSequence(0x0040A170)
                                .get(0)
                                .getSequence(0x00081140)
                                .get(1);
                assertThat(deep.getString(0x00080100)).hasValue("deep");
                assertThat(a.getSequence(0x00400555)).isEmpty();
                assertThat(a.getInt(0x00280010, 0)).isEqualTo(7);
                assertThat(file.defects()).isEmpty();
            }
        }
    }

    @Test
    void unknown_values_of_undefined_length_are_implicit_inside() throws IOException {
        ByteArrayOutputStream un = new ByteArrayOutputStream();
        un.writeBytes(hex("09001010 554E0000 FFFFFFFF FEFF00E0 FFFFFFFF"));
        un.writeBytes(hex("10001000 04000000 41425E43"));
        un.writeBytes(hex("FEFF0DE0 00000000 FEFFDDE0 00000000"));
        DicomBuilder b = base().verbatim(0x00091010, un.toByteArray()).numbers(0x00280010, "US", 7);
        try (DicomFile file = open(b, Syntax.EXPLICIT)) {
            Attributes item = file.attributes().getSequence(0x00091010).get(0);
            assertThat(item.getString(NAME)).hasValue("AB^C");
            assertThat(file.attributes().getInt(0x00280010, 0)).isEqualTo(7);
            assertThat(file.identity().values())
                    .contains(new Identity.Value("PatientName", "PN", "AB^C"));
        }
    }

    @Test
    void a_private_sequence_without_stated_representation_is_found() throws IOException {
        DicomBuilder b =
                base().text(0x00090010, "LO", "VENDOR")
                        .sequence(0x00091001, new DicomBuilder().text(NAME, "PN", "Doe^J"));
        try (DicomFile file = open(b, Syntax.IMPLICIT)) {
            assertThat(file.attributes().getSequence(0x00091001)).hasSize(1);
            assertThat(file.attributes().vr(0x00090010)).hasValue(VR.LO);
        }
    }

    @Test
    void sequences_nested_without_end_are_refused() throws IOException {
        ByteArrayOutputStream deep = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            deep.writeBytes(hex("08004011 53510000 FFFFFFFF FEFF00E0 FFFFFFFF"));
        }
        Path path =
                Files.write(
                        folder.resolve("deep.dcm"),
                        base().verbatim(0x00081140, deep.toByteArray()).toBytes(Syntax.EXPLICIT));
        assertThatThrownBy(() -> DicomFile.open(path).close())
                .isInstanceOf(DicomException.class)
                .hasMessageContaining("nested more than 64 levels deep");
    }

    @Test
    void numbers_of_every_representation_are_read_in_both_byte_orders() throws IOException {
        for (Syntax syntax : List.of(Syntax.IMPLICIT, Syntax.EXPLICIT, Syntax.BIG_ENDIAN)) {
            DicomBuilder b =
                    base().numbers(0x00280010, "US", 65535)
                            .numbers(0x60000050, "SS", -3, 4)
                            .decimals(0x00089459, "FL", 1.5)
                            .decimals(0x00189073, "FD", -2.25)
                            .text(0x00281052, "DS", "-1024.5 ", " 3e2")
                            .numbers(0x00280009, "AT", 0x0018, 0x1063);
            try (DicomFile file = open(b, syntax)) {
                Attributes a = file.attributes();
                assertThat(a.getInt(0x00280010, 0)).isEqualTo(65535);
                assertThat(a.getDoubles(0x60000050)).containsExactly(-3, 4);
                assertThat(a.getDouble(0x00089459, 0)).isEqualTo(1.5);
                assertThat(a.getDouble(0x00189073, 0)).isEqualTo(-2.25);
                assertThat(a.getDoubles(0x00281052)).containsExactly(-1024.5, 300);
                assertThat(a.getInt(0x00281052, 9)).isEqualTo(9);
                assertThat(a.getInt(0x00280011, 5)).isEqualTo(5);
            }
        }
    }

    @Test
    void the_dictionary_knows_tags_keywords_and_repeating_groups() {
        assertThat(Dictionary.keyword(NAME)).isEqualTo("PatientName");
        assertThat(Dictionary.vr(NAME)).isEqualTo(VR.PN);
        assertThat(Dictionary.vr(0x60023000)).isEqualTo(VR.OW);
        assertThat(Dictionary.keyword(0x601E0010)).isEqualTo("OverlayRows");
        assertThat(Dictionary.vr(0x00280106)).isEqualTo(VR.US);
        assertThat(Dictionary.vr(0x00090010)).isEqualTo(VR.LO);
        assertThat(Dictionary.vr(0x00091010)).isEqualTo(VR.UN);
        assertThat(Dictionary.vr(0x00290000)).isEqualTo(VR.UL);
        assertThat(Dictionary.find(0x60013000)).isEmpty();
        assertThat(Dictionary.find(0x00080001).orElseThrow().retired()).isTrue();
    }

    @Test
    void identity_is_gathered_from_all_levels_and_private_elements() throws IOException {
        DicomBuilder b =
                base().text(NAME, "PN", "Doe^Jane")
                        .text(0x00100020, "LO", "A1\\B2".split("\\\\"))
                        .text(0x00100030, "DA", "19700101")
                        .text(0x00080080, "LO", "St Elsewhere")
                        .text(0x00080060, "CS", "US")
                        .text(0x00090010, "LO", "VENDOR")
                        .text(0x00091001, "PN", "Roe^R")
                        .sequence(
                                0x00081140, new DicomBuilder().text(0x00080090, "PN", "Smith^Dr"));
        try (DicomFile file = open(b, Syntax.EXPLICIT)) {
            assertThat(file.identity().values())
                    .containsExactlyInAnyOrder(
                            new Identity.Value("PatientName", "PN", "Doe^Jane"),
                            new Identity.Value("PatientID", "LO", "A1"),
                            new Identity.Value("PatientID", "LO", "B2"),
                            new Identity.Value("PatientBirthDate", "DA", "19700101"),
                            new Identity.Value("InstitutionName", "LO", "St Elsewhere"),
                            new Identity.Value("", "PN", "Roe^R"),
                            new Identity.Value("ReferringPhysicianName", "PN", "Smith^Dr"));
        }
    }
}
