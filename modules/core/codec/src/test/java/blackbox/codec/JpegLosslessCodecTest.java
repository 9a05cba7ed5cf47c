package blackbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.jpeglossless.JpegLosslessCodec;

class JpegLosslessCodecTest {

    private static final int ROWS = 13;
    private static final int COLUMNS = 17;
    private final JpegLosslessCodec codec = new JpegLosslessCodec(false);
    private final JpegLosslessCodec firstOrder = new JpegLosslessCodec(true);

    private static int[] image(int precision, int seed) {
        Random random = new Random(seed);
        int highest = (1 << precision) - 1;
        int[] out = new int[ROWS * COLUMNS];
        for (int i = 0; i < out.length; i++) {
            int smooth = (i % COLUMNS * 5 + i / COLUMNS * 3) * highest / 200;
            boolean wild = random.nextInt(4) == 0;
            out[i] = wild ? random.nextInt(highest + 1) : Math.min(highest, smooth);
        }
        return out;
    }

    private static FrameShape shape(int precision, int samples) {
        return new FrameShape(ROWS, COLUMNS, samples, precision <= 8 ? 8 : 16);
    }

    private static byte[] frame(FrameShape shape, int[]... components) {
        byte[] out = new byte[shape.bytes()];
        int n = components.length;
        int bytes = shape.sampleBytes();
        for (int i = 0; i < shape.pixels() * n; i++) {
            int value = components[i % n][i / n];
            for (int b = 0; b < bytes; b++) {
                out[i * bytes + b] = (byte) (value >> 8 * b);
            }
        }
        return out;
    }

    private static LosslessJpegWriter grey(int precision) {
        LosslessJpegWriter writer = new LosslessJpegWriter(ROWS, COLUMNS, image(precision, 1));
        writer.precision = precision;
        return writer;
    }

    @ParameterizedTest
    @CsvSource({
        "2,1", "3,2", "4,3", "5,4", "6,5", "7,6", "8,7", "9,7", "10,6", "11,5", "12,4", "13,3",
        "14,2", "15,1", "16,4", "16,5", "16,6", "16,7"
    })
    void every_precision_and_predictor_is_decoded(int precision, int predictor) throws Exception {
        LosslessJpegWriter writer = grey(precision);
        writer.predictor = predictor;
        FrameShape shape = shape(precision, 1);
        byte[] expected = frame(shape, image(precision, 1));
        assertThat(codec.decode(writer.write(), shape)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, COLUMNS, 3 * COLUMNS, 5, 1, 23, 1000})
    void restart_intervals_of_any_length_are_decoded(int interval) throws Exception {
        for (int predictor = 1; predictor <= 7; predictor++) {
            LosslessJpegWriter writer =
                    new LosslessJpegWriter(ROWS, COLUMNS, image(12, 1), image(12, 2), image(12, 3));
            writer.precision = 12;
            writer.restartInterval = interval;
            writer.predictor = predictor;
            FrameShape shape = shape(12, 3);
            byte[] expected = frame(shape, image(12, 1), image(12, 2), image(12, 3));
            assertThat(codec.decode(writer.write(), shape)).isEqualTo(expected);
        }
    }

    @Test
    void a_scan_may_hold_one_component_or_all() throws Exception {
        FrameShape shape = shape(8, 3);
        byte[] expected = frame(shape, image(8, 1), image(8, 2), image(8, 3));
        for (boolean interleaved : new boolean[] {true, false}) {
            LosslessJpegWriter writer =
                    new LosslessJpegWriter(ROWS, COLUMNS, image(8, 1), image(8, 2), image(8, 3));
            writer.interleaved = interleaved;
            writer.longCodes = true;
            byte[] coded = writer.write();
            assertThat(codec.decode(coded, shape)).isEqualTo(expected);
            byte[] again = codec.encode(expected, shape, coded);
            assertThat(codec.decode(again, shape)).isEqualTo(expected);
            assertThat(count(again, 0xDA)).isEqualTo(interleaved ? 1 : 3);
        }
    }

    private static int count(byte[] coded, int marker) {
        int count = 0;
        for (int i = 0; i + 1 < coded.length; i++) {
            count += coded[i] == (byte) 0xFF && coded[i + 1] == (byte) marker ? 1 : 0;
        }
        return count;
    }

    @Test
    void a_difference_of_half_the_range_has_a_code_without_bits() throws Exception {
        int[] samples = new int[ROWS * COLUMNS];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i * 32768 & 0xFFFF;
        }
        LosslessJpegWriter writer = new LosslessJpegWriter(ROWS, COLUMNS, samples);
        writer.precision = 16;
        FrameShape shape = shape(16, 1);
        byte[] expected = frame(shape, samples);
        assertThat(codec.decode(writer.write(), shape)).isEqualTo(expected);
        byte[] coded = codec.encode(expected, shape, null);
        assertThat(codec.decode(coded, shape)).isEqualTo(expected);
    }

    @Test
    void what_stands_around_the_segments_is_passed_over() throws Exception {
        LosslessJpegWriter writer = grey(8);
        writer.before = new byte[] {0, (byte) 0xFF, 7};
        writer.fillBytes = true;
        writer.rowsBehindScan = true;
        writer.extra = new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 4, 'h', 'i'};
        byte[] expected = frame(shape(8, 1), image(8, 1));
        assertThat(codec.decode(writer.write(), shape(8, 1))).isEqualTo(expected);
    }

    @Test
    void rows_stated_behind_the_scan_must_be_those_of_the_file() {
        LosslessJpegWriter writer = grey(8);
        writer.rowsBehindScan = true;
        byte[] coded = writer.write();
        coded[coded.length - 3]++;
        assertThatThrownBy(() -> codec.decode(coded, shape(8, 1)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("height");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void an_edited_frame_keeps_predictor_precision_names_and_point_transform(int predictor)
            throws Exception {
        int[] samples = image(12, 5);
        for (int i = 0; i < samples.length; i++) {
            samples[i] &= ~3;
        }
        LosslessJpegWriter writer = new LosslessJpegWriter(ROWS, COLUMNS, samples);
        writer.precision = 12;
        writer.predictor = predictor;
        writer.shift = 2;
        FrameShape shape = shape(12, 1);
        byte[] decoded = codec.decode(writer.write(), shape);
        assertThat(decoded).isEqualTo(frame(shape, samples));
        decoded[8] = 0;
        decoded[9] = 0;
        byte[] again = codec.encode(decoded, shape, writer.write());
        assertThat(codec.decode(again, shape)).isEqualTo(decoded);
        int start = indexOf(again, 0xC3);
        assertThat(again[start + 4]).isEqualTo((byte) 12);
        assertThat(again[start + 10]).isEqualTo((byte) 'A');
        int scan = indexOf(again, 0xDA);
        assertThat(again[scan + 7]).isEqualTo((byte) predictor);
        assertThat(again[scan + 9]).isEqualTo((byte) 2);
    }

    @Test
    void a_point_transform_that_would_lose_bits_is_not_kept() throws Exception {
        LosslessJpegWriter writer = grey(12);
        writer.shift = 2;
        FrameShape shape = shape(12, 1);
        byte[] samples = frame(shape, image(12, 9));
        byte[] coded = codec.encode(samples, shape, writer.write());
        assertThat(codec.decode(coded, shape)).isEqualTo(samples);
    }

    @Test
    void bits_above_the_precision_of_the_original_raise_it() throws Exception {
        FrameShape shape = shape(16, 1);
        byte[] samples = frame(shape, image(16, 9));
        byte[] coded = codec.encode(samples, shape, grey(10).write());
        assertThat(codec.decode(coded, shape)).isEqualTo(samples);
        assertThat(coded[indexOf(coded, 0xC3) + 4]).isEqualTo((byte) 16);
    }

    @Test
    void the_first_order_syntax_is_written_with_predictor_one() throws Exception {
        LosslessJpegWriter writer = grey(8);
        writer.predictor = 6;
        FrameShape shape = shape(8, 1);
        byte[] samples = frame(shape, image(8, 1));
        byte[] coded = firstOrder.encode(samples, shape, writer.write());
        assertThat(coded[indexOf(coded, 0xDA) + 7]).isEqualTo((byte) 1);
        assertThat(firstOrder.decode(coded, shape)).isEqualTo(samples);
    }

    @Test
    void small_application_segments_go_with_an_edited_frame_and_large_ones_do_not()
            throws Exception {
        byte[] adobe = {
            (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
        };
        byte[] large = new byte[700];
        large[0] = (byte) 0xFF;
        large[1] = (byte) 0xE1;
        large[2] = 698 >> 8;
        large[3] = (byte) 698;
        LosslessJpegWriter writer = grey(8);
        writer.extra = Arrays.copyOf(adobe, adobe.length + large.length);
        System.arraycopy(large, 0, writer.extra, adobe.length, large.length);
        byte[] samples = frame(shape(8, 1), image(8, 1));
        byte[] coded = codec.encode(samples, shape(8, 1), writer.write());
        assertThat(Arrays.copyOfRange(coded, 2, 2 + adobe.length)).isEqualTo(adobe);
        assertThat(count(coded, 0xE1)).isZero();
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
    void frames_of_all_kinds_decode_to_what_was_encoded() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            int precision = 1 + random.nextInt(16);
            int samples = 1 + random.nextInt(5);
            int bits = precision <= 8 ? 8 : 16;
            FrameShape shape =
                    new FrameShape(
                            1 + random.nextInt(9),
                            1 + random.nextInt(30),
                            samples,
                            bits,
                            precision,
                            false);
            byte[] frame = new byte[shape.bytes()];
            int density = random.nextInt(3);
            for (int at = 0; at < frame.length; at += bits / 8) {
                int value = density == 0 ? 0 : random.nextInt(1 << precision) >> random.nextInt(4);
                frame[at] = (byte) value;
                if (bits == 16) {
                    frame[at + 1] = (byte) (value >> 8);
                }
            }
            byte[] coded = codec.encode(frame, shape, null);
            assertThat(coded.length % 2).isZero();
            assertThat(codec.decode(coded, shape)).isEqualTo(frame);
        }
    }

    @Test
    void every_shortened_frame_is_refused() {
        LosslessJpegWriter writer = grey(16);
        writer.restartInterval = 2 * COLUMNS;
        byte[] coded = writer.write();
        for (int length = 0; length < coded.length - 3; length++) {
            byte[] shortened = Arrays.copyOf(coded, length);
            assertThatThrownBy(() -> codec.decode(shortened, shape(16, 1)))
                    .isInstanceOf(CodecException.class);
        }
    }

    @Test
    void a_frame_of_another_shape_is_refused() {
        byte[] coded = grey(12).write();
        for (FrameShape other :
                new FrameShape[] {
                    new FrameShape(ROWS + 1, COLUMNS, 1, 16),
                    new FrameShape(ROWS, COLUMNS - 1, 1, 16),
                    new FrameShape(ROWS, COLUMNS, 3, 16),
                    new FrameShape(ROWS, COLUMNS, 1, 8)
                }) {
            assertThatThrownBy(() -> codec.decode(coded, other))
                    .isInstanceOf(CodecException.class)
                    .hasMessageContaining("JPEG lossless frame is 17x13x1 of 12 bits");
        }
    }

    @Test
    void what_is_not_supported_is_named() {
        LosslessJpegWriter subsampled =
                new LosslessJpegWriter(ROWS, COLUMNS, image(8, 1), image(8, 1), image(8, 1));
        subsampled.sampling = 0x21;
        assertThatThrownBy(() -> codec.decode(subsampled.write(), shape(8, 3)))
                .hasMessageContaining("subsampled");
        LosslessJpegWriter differential = grey(8);
        differential.process = 0xCB;
        assertThatThrownBy(() -> codec.decode(differential.write(), shape(8, 1)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("process cb");
    }

    @Test
    void a_large_frame_of_a_few_bytes_is_refused_before_anything_is_allocated() {
        LosslessJpegWriter writer = new LosslessJpegWriter(1, 1, new int[1]);
        byte[] coded = writer.write();
        int start = indexOf(coded, 0xC3);
        Arrays.fill(coded, start + 5, start + 9, (byte) 0x7F);
        assertThatThrownBy(() -> codec.decode(coded, new FrameShape(0x7F7F, 0x7F7F, 1, 8)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("far too short");
    }
}
