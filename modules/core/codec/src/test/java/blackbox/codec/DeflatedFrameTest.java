package blackbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.deflate.DeflatedFrame;

class DeflatedFrameTest {

    @Test
    void what_is_deflated_is_inflated_byte_by_byte() throws Exception {
        for (int length : new int[] {1, 2, 77, 5000, 100_003}) {
            byte[] frame = new byte[length];
            new Random(length).nextBytes(frame);
            Arrays.fill(frame, length / 2, length, (byte) 3);
            byte[] coded = DeflatedFrame.deflate(frame);
            assertThat(coded.length % 2).isZero();
            assertThat(DeflatedFrame.inflate(coded, length)).isEqualTo(frame);
        }
    }

    @Test
    void more_or_less_than_a_frame_is_refused() {
        byte[] coded = DeflatedFrame.deflate(new byte[1000]);
        for (int length : new int[] {999, 1001, 2_000_000_000}) {
            assertThatThrownBy(() -> DeflatedFrame.inflate(coded, length))
                    .isInstanceOf(CodecException.class);
        }
    }

    @Test
    void every_shortened_frame_is_refused() {
        byte[] frame = new byte[300];
        new Random(1).nextBytes(frame);
        byte[] coded = DeflatedFrame.deflate(frame);
        for (int length = 0; length < coded.length - 1; length++) {
            byte[] shortened = Arrays.copyOf(coded, length);
            assertThatThrownBy(() -> DeflatedFrame.inflate(shortened, 300))
                    .isInstanceOf(CodecException.class);
        }
    }
}
