package blackbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.rle.RleCodec;

class RleCodecTest {

    private final RleCodec codec = new RleCodec();

    @ParameterizedTest
    @CsvSource({
        "1,1,1,8",
        "3,5,1,8",
        "7,129,1,16",
        "16,300,3,8",
        "5,257,3,16",
        "9,2,1,32",
        "4,640,3,32"
    })
    void what_is_encoded_decodes_to_itself(int rows, int columns, int samples, int bits)
            throws Exception {
        FrameShape shape = new FrameShape(rows, columns, samples, bits);
        for (int seed = 0; seed < 40; seed++) {
            byte[] frame = runsAndNoise(shape, seed);
            byte[] coded = codec.encode(frame, shape, null);
            assertThat(coded.length % 2).isZero();
            assertThat(codec.decode(coded, shape)).isEqualTo(frame);
        }
    }

    @Test
    void a_frame_larger_than_its_bytes_can_hold_is_refused_before_memory_is_taken() {
        byte[] coded = new byte[200];
        coded[0] = 1;
        coded[4] = 64;
        assertThatThrownBy(() -> codec.decode(coded, new FrameShape(32_000, 65_000, 1, 8)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("incomplete");
    }

    @Test
    void the_most_significant_byte_comes_in_the_first_segment() throws Exception {
        FrameShape shape = new FrameShape(1, 2, 1, 16);
        byte[] coded = codec.encode(new byte[] {0x34, 0x12, 0x34, 0x12}, shape, null);
        assertThat(coded[0]).isEqualTo((byte) 2);
        assertThat(Arrays.copyOfRange(coded, 64, 66)).containsExactly(-1, 0x12);
        assertThat(Arrays.copyOfRange(coded, 66, 68)).containsExactly(-1, 0x34);
    }

    @Test
    void every_shortened_frame_is_refused_or_complete() throws Exception {
        FrameShape shape = new FrameShape(8, 33, 1, 16);
        byte[] frame = runsAndNoise(shape, 1);
        byte[] coded = codec.encode(frame, shape, null);
        for (int length = 0; length < coded.length - 1; length++) {
            byte[] shortened = Arrays.copyOf(coded, length);
            assertThatThrownBy(() -> codec.decode(shortened, shape))
                    .isInstanceOf(CodecException.class);
        }
    }

    @Test
    void a_wrong_number_of_segments_is_refused() throws Exception {
        byte[] coded = codec.encode(new byte[12], new FrameShape(2, 2, 3, 8), null);
        assertThatThrownBy(() -> codec.decode(coded, new FrameShape(2, 2, 1, 8)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("segments");
    }

    @Test
    void random_bytes_never_end_in_another_exception() {
        FrameShape shape = new FrameShape(16, 16, 1, 16);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] junk = new byte[random.nextInt(200)];
            random.nextBytes(junk);
            if (junk.length > 64) {
                Arrays.fill(junk, 0, 64, (byte) 0);
                junk[0] = 2;
                junk[4] = 64;
                junk[8] = (byte) (64 + random.nextInt(Math.max(1, junk.length - 64)));
            }
            try {
                assertThat(codec.decode(junk, shape)).hasSize(512);
            } catch (CodecException e) {
                assertThat(e).hasMessageContaining("RLE");
            }
        }
    }

    private static byte[] runsAndNoise(FrameShape shape, int seed) {
        Random random = new Random(seed);
        byte[] out = new byte[shape.bytes()];
        for (int i = 0; i < out.length; ) {
            int run = 1 + random.nextInt(seed % 3 == 0 ? 3 : 300);
            byte value = (byte) random.nextInt();
            for (int k = 0; k < run && i < out.length; k++) {
                out[i++] = random.nextInt(10) == 0 ? (byte) random.nextInt() : value;
            }
        }
        return out;
    }
}
