package blackbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameCodec;
import org.pixelanon.codec.base.FrameShape;

/** Codestreams that no encoder at hand writes: their samples are known by construction. */
class JpegByHandTest {

    private final FrameCodec codec = FrameCodecs.of("1.2.840.10008.1.2.4.51").orElseThrow();

    @Test
    void twelve_bit_samples_come_as_coded_also_with_wide_quantisers_and_restarts()
            throws Exception {
        DctStream stream =
                new DctStream()
                        .bytes(1, 2, 3)
                        .marker(0xD8)
                        .quantiser(0, 256, true)
                        .bytes(0xFF, 0xFF)
                        .tables(1)
                        .marker(0xDD, 0, 2)
                        .frame(0xC1, 12, 13, 21, 1, 0x11, 0)
                        .scan(1, 1);
        int[] values = {-9, 40, 0, 7, -64, 63};
        for (int i = 0; i < 6; i += 2) {
            if (i > 0) {
                stream.end().marker(0xD0 + i / 2 - 1);
            }
            stream.block(values[i]).block(values[i + 1] - values[i]);
        }
        byte[] jpeg = stream.end().marker(0xD9).bytes(0).toBytes();
        byte[] out = codec.decode(jpeg, new FrameShape(13, 21, 1, 16));
        for (int y = 0; y < 13; y++) {
            for (int x = 0; x < 21; x++) {
                int at = 2 * (y * 21 + x);
                int sample = out[at] & 0xFF | (out[at + 1] & 0xFF) << 8;
                int expected = 2048 + 32 * values[y / 8 * 3 + x / 8];
                assertThat(sample).isEqualTo(Math.min(4095, expected));
            }
        }
    }

    @Test
    void scans_of_one_component_each_have_tables_and_blocks_of_their_own() throws Exception {
        Random random = new Random(8);
        DctStream stream =
                new DctStream()
                        .marker(0xD8)
                        .quantiser(0, 8, false)
                        .quantiser(1, 16, false)
                        .frame(0xC0, 8, 9, 37, 7, 0x21, 0, 8, 0x11, 1, 9, 0x11, 0)
                        .tables(0)
                        .scan(0, 7);
        int[] first = stream.blocks(10, 100, random);
        int[] second = stream.end().tables(1).scan(1, 8).blocks(6, 50, random);
        int[] third = stream.end().tables(0).scan(0, 9).blocks(6, 100, random);
        byte[] jpeg = stream.end().marker(0xD9).toBytes();
        byte[] out = codec.decode(jpeg, new FrameShape(9, 37, 3, 8));
        for (int y = 0; y < 9; y++) {
            assertThat(out[3 * (37 * y + 36)] & 0xFF).isEqualTo(128 + first[y / 8 * 5 + 4]);
            assertThat(out[3 * 37 * y + 1] & 0xFF).isEqualTo(128 + 2 * second[y / 8 * 3]);
            assertThat(out[3 * (37 * y + 36) + 2] & 0xFF).isEqualTo(128 + third[y / 8 * 3 + 2]);
        }
    }

    @Test
    void the_height_may_stand_behind_the_first_scan() throws Exception {
        DctStream stream =
                new DctStream()
                        .marker(0xD8)
                        .quantiser(0, 8, false)
                        .tables(0)
                        .frame(0xC1, 8, 0, 8, 1, 0x11, 0)
                        .scan(0, 1)
                        .block(5)
                        .block(-7)
                        .end()
                        .marker(0xDC, 0, 16)
                        .marker(0xD9);
        byte[] out = codec.decode(stream.toBytes(), new FrameShape(16, 8, 1, 8));
        assertThat(out[0] & 0xFF).isEqualTo(133);
        assertThat(out[127] & 0xFF).isEqualTo(126);
    }

    @Test
    void a_header_that_claims_a_large_frame_fails_at_once() {
        byte[] jpeg =
                new DctStream()
                        .marker(0xD8)
                        .quantiser(0, 8, false)
                        .tables(0)
                        .frame(0xC1, 8, 40_000, 50_000, 1, 0x11, 0)
                        .scan(0, 1)
                        .block(1)
                        .end()
                        .marker(0xD9)
                        .toBytes();
        assertThatThrownBy(() -> codec.decode(jpeg, new FrameShape(40_000, 50_000, 1, 8)))
                .isInstanceOf(CodecException.class)
                .hasMessage("JPEG frame ends early");
    }

    @Test
    void other_processes_are_refused_by_name() {
        for (int process : new int[] {0xC3, 0xC5, 0xC9, 0xCA}) {
            byte[] jpeg =
                    new DctStream()
                            .marker(0xD8)
                            .frame(process, 8, 8, 8, 1, 0x11, 0)
                            .marker(0xD9)
                            .toBytes();
            assertThatThrownBy(() -> codec.decode(jpeg, new FrameShape(8, 8, 1, 8)))
                    .isInstanceOf(CodecException.class)
                    .hasMessageContaining(Integer.toHexString(process));
        }
    }

    @Test
    void a_progressive_frame_that_lacks_scans_is_no_picture() throws Exception {
        byte[] jpeg = JdkJpeg.noisy(40, 40, false, true, new Random(1));
        int last = 0;
        for (int i = 0; i + 1 < jpeg.length; i++) {
            last = jpeg[i] == -1 && (jpeg[i + 1] & 0xFF) == 0xDA ? i : last;
        }
        byte[] less = Arrays.copyOf(jpeg, last + 2);
        less[last + 1] = (byte) 0xD9;
        assertThatThrownBy(() -> codec.decode(less, new FrameShape(40, 40, 3, 8)))
                .isInstanceOf(CodecException.class)
                .hasMessage("JPEG frame lacks scans");
    }
}
