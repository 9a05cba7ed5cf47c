package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

class FrameTest {

    private static final List<Syntax> NATIVE =
            List.of(
                    Syntax.IMPLICIT,
                    Syntax.EXPLICIT,
                    Syntax.BIG_ENDIAN,
                    Syntax.DEFLATED,
                    Syntax.ENCAPSULATED_UNCOMPRESSED);

    @TempDir private Path folder;

    private static int value(int frame, int row, int column, int channel, int bits) {
        int mixed = (frame * 31 + row) * 37 + column * 41 + channel * 43;
        int hashed = mixed * 0x9E3779B1;
        return bits == 32 ? hashed : hashed >>> (32 - bits);
    }

    @TestFactory
    List<DynamicTest> every_sample_of_every_shape_is_what_was_written() {
        int[][] bits = {
            {8, 8, 7}, {8, 6, 5}, {16, 16, 15}, {16, 12, 11}, {16, 10, 13}, {32, 32, 31}, {1, 1, 0}
        };
        List<DynamicTest> out = new ArrayList<>();
        for (Syntax syntax : NATIVE) {
            for (int[] b : bits) {
                if (b[0] == 1 && syntax.encapsulated()) {
                    continue;
                }
                for (boolean signed : new boolean[] {false, true}) {
                    for (int[] size : new int[][] {{5, 7}, {4, 6}, {1, 1}}) {
                        out.add(
                                DynamicTest.dynamicTest(
                                        syntax
                                                + " "
                                                + b[0]
                                                + "/"
                                                + b[1]
                                                + "/"
                                                + b[2]
                                                + (signed ? " signed " : " ")
                                                + size[1]
                                                + "x"
                                                + size[0],
                                        () -> grey(syntax, b, signed, size[0], size[1])));
                    }
                }
            }
        }
        return out;
    }

    private void grey(Syntax syntax, int[] bits, boolean signed, int rows, int columns)
            throws IOException {
        SampleFile sample =
                SampleFile.of(rows, columns)
                        .frames(3)
                        .bits(bits[0], bits[1], bits[2])
                        .samples((f, r, c, k) -> value(f, r, c, k, bits[1]));
        if (signed) {
            sample.signed();
        }
        try (DicomFile file = DicomFile.open(sample.write(folder.resolve("a.dcm"), syntax))) {
            for (int f = 0; f < 3; f++) {
                Frame frame = file.frame(f);
                for (int r = 0; r < rows; r++) {
                    for (int c = 0; c < columns; c++) {
                        int expected = value(f, r, c, 0, bits[1]);
                        if (signed) {
                            expected = expected << 32 - bits[1] >> 32 - bits[1];
                        }
                        assertThat(frame.sample(c, r, 0)).isEqualTo(expected);
                    }
                }
            }
        }
    }

    @TestFactory
    List<DynamicTest> colour_is_side_by_side_whatever_the_planar_configuration() {
        List<DynamicTest> out = new ArrayList<>();
        for (Syntax syntax : NATIVE) {
            for (int planar = 0; planar < 2; planar++) {
                for (int bits : new int[] {8, 16}) {
                    for (String vr : new String[] {"OB", "OW"}) {
                        if (bits == 16 && vr.equals("OB")) {
                            continue;
                        }
                        int p = planar;
                        out.add(
                                DynamicTest.dynamicTest(
                                        syntax + " planar " + p + " " + bits + " " + vr,
                                        () -> colour(syntax, p, bits, vr)));
                    }
                }
            }
        }
        return out;
    }

    private void colour(Syntax syntax, int planar, int bits, String vr) throws IOException {
        SampleFile sample =
                SampleFile.of(3, 5)
                        .frames(2)
                        .bits(bits, bits, bits - 1)
                        .photometric("RGB")
                        .planar(planar)
                        .samples((f, r, c, k) -> value(f, r, c, k, bits));
        if (!syntax.encapsulated()) {
            sample.pixelVr(vr);
        }
        try (DicomFile file = DicomFile.open(sample.write(folder.resolve("a.dcm"), syntax))) {
            for (int f = 0; f < 2; f++) {
                Frame frame = file.frame(f);
                for (int i = 0; i < frame.length(); i++) {
                    assertThat(frame.sample(i)).isEqualTo(value(f, i / 15, i / 3 % 5, i % 3, bits));
                }
            }
        }
    }

    @Test
    void single_bits_of_frames_that_do_not_begin_at_a_byte_are_right_for_any_size()
            throws IOException {
        Random random = new Random(7);
        for (int n = 0; n < 60; n++) {
            int rows = 1 + random.nextInt(20);
            int columns = 1 + random.nextInt(20);
            int frames = 1 + random.nextInt(6);
            Syntax syntax = NATIVE.get(random.nextInt(4));
            SampleFile sample =
                    SampleFile.of(rows, columns)
                            .frames(frames)
                            .bits(1, 1, 0)
                            .pixelVr(random.nextBoolean() ? "OB" : "OW")
                            .samples((f, r, c, k) -> value(f, r, c, k, 1));
            try (DicomFile file = DicomFile.open(sample.write(folder.resolve("a.dcm"), syntax))) {
                for (int f = 0; f < frames; f++) {
                    Frame frame = file.frame(f);
                    for (int i = 0; i < rows * columns; i++) {
                        assertThat(frame.sample(i))
                                .isEqualTo(value(f, i / columns, i % columns, 0, 1));
                    }
                }
            }
        }
    }

    @Test
    void chrominance_of_uncompressed_422_is_repeated_for_both_pixels_of_a_pair()
            throws IOException {
        SampleFile sample =
                SampleFile.of(3, 6)
                        .photometric("YBR_FULL_422")
                        .samples((f, r, c, k) -> 10 * r + (k == 0 ? c : c / 2 + 100 * k));
        try (DicomFile file =
                DicomFile.open(sample.write(folder.resolve("a.dcm"), Syntax.EXPLICIT))) {
            Frame frame = file.frame(0);
            assertThat(frame.photometric()).isEqualTo(PhotometricInterpretation.YBR_FULL);
            assertThat(frame.sample(5, 2, 0)).isEqualTo(25);
            assertThat(frame.sample(4, 2, 1)).isEqualTo(frame.sample(5, 2, 1)).isEqualTo(122);
            assertThat(frame.sample(4, 2, 2)).isEqualTo(frame.sample(5, 2, 2)).isEqualTo(222);
        }
    }

    @Test
    void legacy_pixels_packed_in_12_bits_are_read() throws IOException {
        byte[] packed = {0x21, 0x43, 0x65, (byte) 0x87, (byte) 0xA9, (byte) 0xCB};
        Path path =
                SampleFile.of(2, 2)
                        .bits(16, 12, 11)
                        .with(b -> b.numbers(0x00280100, "US", 12).bytes(0x7FE00010, "OW", packed))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(path)) {
            Frame frame = file.frame(0);
            int[] words = {frame.word(0), frame.word(1), frame.word(2), frame.word(3)};
            assertThat(words).containsExactly(0x321, 0x654, 0x987, 0xCBA);
        }
    }

    @Test
    void a_frame_that_does_not_exist_or_is_incomplete_is_refused_and_the_others_are_read()
            throws IOException {
        Path path =
                SampleFile.of(4, 4)
                        .frames(3)
                        .with(b -> b.text(0x00280008, "IS", "5"))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(path)) {
            assertThat(file.frame(2).length()).isEqualTo(16);
            assertThatThrownBy(() -> file.frame(3))
                    .isInstanceOf(DicomException.class)
                    .hasMessageContaining("frame 4 is not complete: 3 of 5 frames");
            assertThatThrownBy(() -> file.frame(5)).hasMessageContaining("no frame 6");
            assertThatThrownBy(() -> file.frame(-1)).isInstanceOf(DicomException.class);
        }
    }

    @Test
    void a_syntax_without_a_codec_is_refused_by_its_name() throws IOException {
        Path path =
                SampleFile.of(4, 4)
                        .with(b -> b.text(0x00020010, "UI", "1.2.840.10008.1.2.4.90"))
                        .write(folder.resolve("a.dcm"), Syntax.RLE);
        try (DicomFile file = DicomFile.open(path)) {
            assertThatThrownBy(() -> file.frame(0))
                    .isInstanceOf(DicomException.class)
                    .hasMessageContaining("JPEG 2000 Lossless")
                    .hasMessageContaining("a.dcm");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.1.2.4.92, JPEG 2000 Part 2 Lossless",
        "1.2.840.10008.1.2.4.94, JPIP Referenced",
        "1.2.840.10008.1.2.4.100, MPEG2 Main Profile / Main Level",
        "1.2.840.10008.1.2.4.102, MPEG-4 AVC/H.264 High Profile",
        "1.2.840.10008.1.2.4.108, HEVC/H.265 Main 10 Profile",
        "1.2.840.10008.1.2.4.110, JPEG XL Lossless",
        "1.2.840.10008.1.2.4.205, JPIP HTJ2K Referenced Deflate",
        "1.2.840.10008.1.2.7.1, SMPTE ST 2110-20 Progressive Video"
    })
    void what_is_no_still_picture_we_know_is_refused_by_name_and_never_clean(
            String uid, String name) throws IOException {
        Path path =
                SampleFile.of(4, 4)
                        .with(b -> b.text(0x00020010, "UI", uid))
                        .write(folder.resolve("a.dcm"), Syntax.RLE);
        try (DicomFile file = DicomFile.open(path)) {
            assertThatThrownBy(() -> file.frame(0))
                    .isInstanceOf(DicomException.class)
                    .hasMessage(
                            path + ": transfer syntax " + name + " (" + uid + ") is not supported");
            RedactionTargets text =
                    RedactionTargets.resolve(
                            file,
                            new RedactionPlan(
                                    List.of(
                                            new Region(
                                                    new FramePlane(0),
                                                    new PixelRectangle(0, 0, 2, 2)))));
            Path out = folder.resolve("out.dcm");
            assertThatThrownBy(() -> new Redactor().write(file, text, RedactionPolicy.DEFAULT, out))
                    .isInstanceOf(DicomException.class)
                    .hasMessageContaining(name);
        }
    }
}
