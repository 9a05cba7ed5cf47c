package blackbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.jpegls.JpegLsCodec;

class JpegLsCodecTest {

    /** The worked example of ISO 14495-1 H.3. */
    private static final String EXAMPLE =
            "ffd8fff7000b080004000401011100ffda0008010100000000"
                    + "c000006c80208e01c0000057400000 6ee6000001bc18000005d800009160ffd9";

    private static final byte[] EXAMPLE_SAMPLES = {
        0,
        0,
        90,
        74,
        68,
        50,
        43,
        (byte) 205,
        64,
        (byte) 145,
        (byte) 145,
        (byte) 145,
        100,
        (byte) 145,
        (byte) 145,
        (byte) 145
    };
    private static final FrameShape EXAMPLE_SHAPE = new FrameShape(4, 4, 1, 8);

    private final JpegLsCodec codec = new JpegLsCodec();

    /** A codestream of CharLS and what it decodes to. */
    private record Foreign(
            String name,
            FrameShape shape,
            int bits,
            int near,
            int mode,
            byte[] coded,
            byte[] samples) {

        static Foreign of(String line) {
            String[] f = line.split(" ", -1);
            int bits = Integer.parseInt(f[4]);
            FrameShape shape =
                    new FrameShape(
                            Integer.parseInt(f[1]),
                            Integer.parseInt(f[2]),
                            Integer.parseInt(f[3]),
                            bits <= 8 ? 8 : 16);
            return new Foreign(
                    f[0],
                    shape,
                    bits,
                    Integer.parseInt(f[5]),
                    Integer.parseInt(f[6]),
                    bytes(f[7]),
                    bytes(f[8]));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static Stream<Foreign> foreign() throws IOException {
        try (InputStream in = JpegLsCodecTest.class.getResourceAsStream("jpeg-ls.txt")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).map(Foreign::of);
        }
    }

    private static Foreign foreign(String name) throws IOException {
        return foreign().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void the_worked_example_of_the_standard_is_decoded_and_encoded() throws Exception {
        assertThat(codec.decode(bytes(EXAMPLE), EXAMPLE_SHAPE)).isEqualTo(EXAMPLE_SAMPLES);
        byte[] coded = codec.encode(EXAMPLE_SAMPLES, EXAMPLE_SHAPE, null);
        assertThat(Arrays.copyOf(coded, bytes(EXAMPLE).length)).isEqualTo(bytes(EXAMPLE));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void codestreams_of_another_encoder_decode_to_what_its_decoder_makes_of_them(Foreign f)
            throws Exception {
        assertThat(codec.decode(f.coded(), f.shape())).isEqualTo(f.samples());
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void an_edited_frame_is_lossless_and_keeps_precision_and_interleaving(Foreign f)
            throws Exception {
        byte[] samples = f.samples().clone();
        Arrays.fill(samples, samples.length / 2, samples.length / 2 + 8, (byte) 0);
        byte[] coded = codec.encode(samples, f.shape(), f.coded());
        assertThat(codec.decode(coded, f.shape())).isEqualTo(samples);
        int start = indexOf(coded, 0xF7);
        assertThat(coded[start + 4]).isEqualTo((byte) f.bits());
        int scan = indexOf(coded, 0xDA);
        int components = coded[scan + 4];
        assertThat(coded[scan + 5 + 2 * components]).as("loss").isZero();
        assertThat(coded[scan + 6 + 2 * components]).isEqualTo((byte) f.mode());
        assertThat(coded.length % 2).isZero();
    }

    @Test
    void a_lossless_frame_is_written_as_the_other_encoder_wrote_it() throws Exception {
        for (String name : new String[] {"preset", "two-bits", "four-components"}) {
            Foreign f = foreign(name);
            byte[] coded = codec.encode(f.samples(), f.shape(), f.coded());
            byte[] ours = Arrays.copyOfRange(coded, indexOf(coded, 0xDA), coded.length);
            byte[] theirs =
                    Arrays.copyOfRange(f.coded(), indexOf(f.coded(), 0xDA), f.coded().length);
            assertThat(Arrays.copyOf(ours, theirs.length)).isEqualTo(theirs);
        }
    }

    private static int indexOf(byte[] coded, int marker) {
        for (int i = 0; i + 1 < coded.length; i++) {
            if (coded[i] == (byte) 0xFF && coded[i + 1] == (byte) marker) {
                return i;
            }
        }
        throw new AssertionError("no marker " + marker);
    }

    @Test
    void coding_parameters_that_no_longer_fit_are_not_kept() throws Exception {
        Foreign f = foreign("preset");
        byte[] narrow = f.coded().clone();
        int preset = indexOf(narrow, 0xF8);
        narrow[preset + 6] = (byte) 200; // the highest value
        byte[] samples = f.samples().clone();
        samples[3] = (byte) 201;
        byte[] coded = codec.encode(samples, f.shape(), narrow);
        assertThat(codec.decode(coded, f.shape())).isEqualTo(samples);
        Arrays.fill(samples, (byte) 200);
        coded = codec.encode(samples, f.shape(), narrow);
        assertThat(coded[indexOf(coded, 0xF8) + 6]).isEqualTo((byte) 200);
        assertThat(codec.decode(coded, f.shape())).isEqualTo(samples);
    }

    @Test
    void frames_of_few_bits_state_the_standard_parameters_since_dcmtk_takes_others()
            throws Exception {
        FrameShape shape = new FrameShape(4, 4, 1, 8, 7, false);
        byte[] coded = codec.encode(new byte[16], shape, null);
        int preset = indexOf(coded, 0xF8);
        assertThat(Arrays.copyOfRange(coded, preset + 4, preset + 15))
                .containsExactly(1, 0, 127, 0, 2, 0, 3, 0, 10, 0, 64);
        byte[] eight = codec.encode(new byte[16], EXAMPLE_SHAPE, null);
        assertThat(HexFormat.of().formatHex(eight)).doesNotContain("fff8");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void restart_intervals_are_strips_coded_by_themselves(int lengthBytes) throws Exception {
        FrameShape strip = new FrameShape(3, 40, 3, 8);
        FrameShape whole = new FrameShape(29, 40, 3, 8);
        byte[] samples = texture(whole, new Random(4), 8);
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        for (int first = 0; first < 29; first += 3) {
            int rows = Math.min(3, 29 - first);
            byte[] part = Arrays.copyOfRange(samples, first * 120, (first + rows) * 120);
            FrameShape shape = rows == 3 ? strip : new FrameShape(rows, 40, 3, 8);
            byte[] own = codec.encode(part, shape, null);
            int scan = indexOf(own, 0xDA);
            int end = own.length - (own[own.length - 1] == 0 ? 3 : 2);
            if (first == 0) {
                own[8] = 29;
                coded.write(own, 0, scan);
                coded.writeBytes(
                        new byte[] {(byte) 0xFF, (byte) 0xDD, 0, (byte) (2 + lengthBytes)});
                coded.writeBytes(new byte[lengthBytes - 1]);
                coded.write(3);
                coded.write(own, scan, end - scan);
            } else {
                coded.write(0xFF);
                coded.write(0xD0 + (first / 3 - 1 & 7));
                coded.write(own, scan + 14, end - scan - 14);
            }
        }
        coded.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
        assertThat(codec.decode(coded.toByteArray(), whole)).isEqualTo(samples);
    }

    private static byte[] texture(FrameShape shape, Random random, int precision) {
        int bytes = shape.sampleBytes();
        int n = shape.samplesPerPixel();
        int highest = (1 << precision) - 1;
        int kind = random.nextInt(4);
        byte[] out = new byte[shape.bytes()];
        for (int i = 0; i < shape.pixels() * n; i++) {
            int x = i / n % shape.columns();
            int value =
                    switch (kind) {
                        case 0 -> x / 5 % 2 * highest;
                        case 1 -> random.nextInt(highest + 1);
                        case 2 -> random.nextInt(30) == 0 ? highest : 0;
                        default -> Math.min(highest, x * (i % n + 1) + random.nextInt(3));
                    };
            out[i * bytes] = (byte) value;
            if (bytes > 1) {
                out[i * bytes + 1] = (byte) (value >> 8);
            }
        }
        return out;
    }

    @Test
    void frames_of_all_kinds_decode_to_what_was_encoded() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 600; i++) {
            int precision = 1 + random.nextInt(16);
            FrameShape shape =
                    new FrameShape(
                            1 + random.nextInt(9),
                            1 + random.nextInt(70),
                            1 + random.nextInt(5),
                            precision <= 8 ? 8 : 16,
                            precision,
                            false);
            byte[] frame = texture(shape, random, precision);
            byte[] coded = codec.encode(frame, shape, null);
            assertThat(coded.length % 2).isZero();
            assertThat(codec.decode(coded, shape)).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void every_shortened_frame_is_refused(Foreign f) {
        for (int length = 0; length < f.coded().length - 3; length++) {
            byte[] shortened = Arrays.copyOf(f.coded(), length);
            assertThatThrownBy(() -> codec.decode(shortened, f.shape()))
                    .isInstanceOf(CodecException.class);
        }
    }

    @Test
    void a_frame_of_another_shape_is_refused() throws Exception {
        Foreign f = foreign("near-12");
        for (FrameShape other :
                new FrameShape[] {
                    new FrameShape(7, 9, 1, 16),
                    new FrameShape(6, 8, 1, 16),
                    new FrameShape(6, 9, 3, 16),
                    new FrameShape(6, 9, 1, 8)
                }) {
            assertThatThrownBy(() -> codec.decode(f.coded(), other))
                    .isInstanceOf(CodecException.class)
                    .hasMessageContaining("JPEG-LS frame is 9x6x1 of 12 bits");
        }
    }

    @Test
    void a_large_frame_of_a_few_bytes_is_refused_before_anything_is_allocated() {
        byte[] coded = bytes(EXAMPLE);
        int start = indexOf(coded, 0xF7);
        Arrays.fill(coded, start + 5, start + 9, (byte) 0x7F);
        assertThatThrownBy(() -> codec.decode(coded, new FrameShape(0x7F7F, 0x7F7F, 1, 8)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("far too short");
    }

    @Test
    void what_is_not_supported_is_named() {
        String tail = EXAMPLE.substring(EXAMPLE.indexOf("fff7"));
        String[][] cases = {
            {"fff8000602010100", "a mapping table"},
            {"fff8000804 0102000300", "an oversize image"},
            {"fff8000305", "extension 5"},
            {"ffe800076d72667801", "a colour transform"}
        };
        for (String[] c : cases) {
            assertThatThrownBy(() -> codec.decode(bytes("ffd8" + c[0] + tail), EXAMPLE_SHAPE))
                    .isInstanceOf(CodecException.class)
                    .hasMessageContaining(c[1]);
        }
        assertThatThrownBy(
                        () ->
                                codec.decode(
                                        bytes(EXAMPLE.replace("01010000", "01010100")),
                                        EXAMPLE_SHAPE))
                .hasMessageContaining("a mapping table");
    }
}
