package blackbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameCodec;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;

class Jpeg2000CodecTest {

    private static final String LOSSLESS = "1.2.840.10008.1.2.4.90";
    private static final String HIGH_THROUGHPUT = "1.2.840.10008.1.2.4.201";

    /** Where SIZ states the width, and COD the colour transform, in what OpenJPEG writes. */
    private static final int WIDTH = 8;

    private final FrameEncoder codec = FrameCodecs.encoder(LOSSLESS).orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "64, 48, 1, 8, 8, false", "33, 57, 3, 8, 8, false", "1, 1, 1, 8, 1, false",
        "1, 70, 1, 16, 12, false", "70, 1, 1, 16, 12, true", "40, 41, 1, 16, 16, true",
        "40, 41, 1, 16, 16, false", "19, 23, 3, 16, 10, false", "130, 131, 4, 8, 7, true"
    })
    void what_is_encoded_is_decoded_bit_by_bit(
            int rows, int columns, int samples, int allocated, int precision, boolean signed)
            throws Exception {
        FrameShape shape = new FrameShape(rows, columns, samples, allocated, precision, signed);
        byte[] frame = noise(shape, rows);
        byte[] coded = codec.encode(frame, shape, null);
        assertThat(coded.length % 2).isZero();
        assertThat(codec.decode(coded, shape)).isEqualTo(frame);
        assertThat(codec.encode(frame, shape, coded)).as("like itself").isEqualTo(coded);
    }

    @Test
    void samples_that_do_not_fit_the_codestream_stood_in_for_are_refused() throws Exception {
        FrameShape narrow = new FrameShape(8, 8, 1, 16, 10, false);
        byte[] like = codec.encode(new byte[128], narrow, null);
        byte[] wide = new byte[128];
        wide[1] = 0x04;
        assertThatThrownBy(() -> codec.encode(wide, narrow, like))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("10 bits");
    }

    @Test
    void signed_samples_in_an_unsigned_codestream_come_back_signed() throws Exception {
        FrameShape unsigned = new FrameShape(4, 4, 1, 16, 13, false);
        FrameShape signed = new FrameShape(4, 4, 1, 16, 13, true);
        byte[] frame = noise(signed, 3);
        byte[] like = codec.encode(new byte[32], unsigned, null);
        byte[] coded = codec.encode(frame, signed, like);
        assertThat(codec.decode(coded, signed)).isEqualTo(frame);
    }

    @Test
    void boxes_around_and_padding_behind_a_codestream_are_passed_over() throws Exception {
        FrameShape shape = new FrameShape(20, 20, 1, 8);
        byte[] frame = noise(shape, 9);
        ByteArrayOutputStream boxed = new ByteArrayOutputStream();
        boxed.write(new byte[] {0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, (byte) 0x87, 10});
        boxed.write(new byte[] {0, 0, 0, 0, 'j', 'p', '2', 'c'});
        boxed.write(codec.encode(frame, shape, null));
        boxed.write(new byte[6]);
        assertThat(codec.decode(boxed.toByteArray(), shape)).isEqualTo(frame);
    }

    @Test
    void every_shortened_codestream_is_refused() throws Exception {
        FrameShape shape = new FrameShape(32, 32, 1, 8);
        byte[] coded = codec.encode(noise(shape, 4), shape, null);
        int end = coded.length - (coded[coded.length - 1] == 0 ? 3 : 2);
        for (int length = 0; length <= end; length++) {
            byte[] shortened = Arrays.copyOf(coded, length);
            assertThatThrownBy(() -> codec.decode(shortened, shape))
                    .isInstanceOf(CodecException.class);
            byte[] ended = Arrays.copyOf(coded, length + 2);
            ended[length] = (byte) 0xFF;
            ended[length + 1] = (byte) 0xD9;
            if (length < end) {
                assertThatThrownBy(() -> codec.decode(ended, shape))
                        .as("%d bytes and an end marker", length)
                        .isInstanceOf(CodecException.class);
            }
        }
    }

    @Test
    void another_size_than_the_file_states_is_refused_before_native_code_sees_it()
            throws Exception {
        FrameShape shape = new FrameShape(32, 32, 1, 8);
        byte[] coded = codec.encode(noise(shape, 4), shape, null);
        coded[WIDTH + 3] = 33;
        assertThatThrownBy(() -> codec.decode(coded, shape))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("not 32x32x1");
    }

    @Test
    void a_huge_frame_out_of_a_few_bytes_is_refused_at_once() throws Exception {
        FrameShape small = new FrameShape(32, 32, 1, 8);
        byte[] coded = codec.encode(new byte[1024], small, null);
        byte[] size = {0, 0, 0x75, 0x30};
        System.arraycopy(size, 0, coded, WIDTH, 4);
        System.arraycopy(size, 0, coded, WIDTH + 4, 4);
        System.arraycopy(size, 0, coded, WIDTH + 16, 4);
        System.arraycopy(size, 0, coded, WIDTH + 20, 4);
        assertThatThrownBy(() -> codec.decode(coded, new FrameShape(30000, 30000, 1, 8)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("too short");
    }

    @Test
    void high_throughput_is_decoded_only() {
        assertThat(FrameCodecs.of(HIGH_THROUGHPUT)).map(FrameCodec::name).isPresent();
        assertThat(FrameCodecs.encoder(HIGH_THROUGHPUT)).isEmpty();
    }

    private static byte[] noise(FrameShape shape, long seed) {
        Random random = new Random(seed);
        byte[] out = new byte[shape.bytes()];
        int unused = Integer.SIZE - shape.precision();
        for (int at = 0; at < out.length; at += shape.sampleBytes()) {
            int bits = random.nextInt() >>> unused;
            int value = shape.signed() ? bits << unused >> unused : bits;
            for (int k = 0; k < shape.sampleBytes(); k++) {
                out[at + k] = (byte) (value >> 8 * k);
            }
        }
        return out;
    }
}
