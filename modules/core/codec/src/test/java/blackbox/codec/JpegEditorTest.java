package blackbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameCodec;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.jpeg.JpegComparison;
import org.pixelanon.codec.jpeg.JpegEditor;
import org.pixelanon.model.PixelRectangle;

class JpegEditorTest {

    private static final long[] BLACK = {0, 128, 128};

    private final FrameCodec codec = FrameCodecs.of("1.2.840.10008.1.2.4.50").orElseThrow();

    @Test
    void a_frame_in_which_nothing_is_blanked_stays_as_it_is() throws Exception {
        Random random = new Random(4);
        for (int n = 0; n < 20; n++) {
            byte[] jpeg = JdkJpeg.noisy(50 + n, 61, n % 3 == 0, n % 2 == 0, random);
            FrameShape shape = new FrameShape(61, 50 + n, n % 3 == 0 ? 1 : 3, 8);
            byte[] out =
                    JpegEditor.blank(jpeg, shape, List.of(), new long[shape.samplesPerPixel()]);
            assertThat(out).isEqualTo(Arrays.copyOf(jpeg, jpeg.length + 1 & ~1));
        }
    }

    /** Three by two blocks whose only code for a DC coefficient is that of no difference. */
    private static DctStream poor() {
        int[] dc = new int[18];
        dc[1] = 1;
        int[] ac = new int[18];
        ac[0] = 0x10;
        ac[1] = 1;
        return new DctStream()
                .marker(0xD8)
                .marker(0xE5, 'x', 'y')
                .quantiser(0, 3, false)
                .marker(0xC4, dc)
                .marker(0xC4, ac)
                .marker(0xDD, 0, 2)
                .frame(0xC1, 12, 16, 24, 1, 0x11, 0)
                .scan(0, 1)
                .bytes(0x0F)
                .marker(0xD0)
                .bytes(0x0F)
                .marker(0xD1)
                .bytes(0x0F)
                .marker(0xD9);
    }

    @Test
    void a_missing_code_gets_a_new_table_and_restarts_stay() throws Exception {
        byte[] jpeg = poor().toBytes();
        FrameShape shape = new FrameShape(16, 24, 1, 16);
        List<PixelRectangle> r = List.of(new PixelRectangle(9, 2, 3, 1));
        byte[] out = JpegEditor.blank(jpeg, shape, r, new long[] {0});
        JpegComparison c = JpegComparison.of(jpeg, out, shape, r);
        assertThat(c.sameFrame()).isTrue();
        assertThat(c.blocksInside()).isEqualTo(1);
        assertThat(c.blocksOutside()).isEqualTo(5);
        assertThat(c.changedOutside()).isZero();
        assertThat(c.values()).containsExactly(0);
        byte[] samples = codec.decode(out, shape);
        for (int i = 0; i < 16 * 24; i++) {
            boolean inside = i / 24 < 8 && i % 24 / 8 == 1;
            int sample = samples[2 * i] & 0xFF | (samples[2 * i + 1] & 0xFF) << 8;
            assertThat(sample).isEqualTo(inside ? 0 : 2048);
        }
        for (int restart = 0; restart < 2; restart++) {
            int marker = 0xD0 + restart;
            assertThat(indexOf(out, 0xFF, marker)).isPositive();
        }
        assertThat(indexOf(out, 'x', 'y')).isEqualTo(6);
    }

    private static int indexOf(byte[] in, int first, int second) {
        for (int i = 0; i + 1 < in.length; i++) {
            if ((in[i] & 0xFF) == first && (in[i + 1] & 0xFF) == second) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void a_value_between_two_steps_becomes_the_one_below() throws Exception {
        byte[] jpeg = poor().toBytes();
        FrameShape shape = new FrameShape(16, 24, 1, 16);
        List<PixelRectangle> all = List.of(new PixelRectangle(0, 0, 24, 16));
        for (int value = 0; value < 4096; value += 15) {
            byte[] out = JpegEditor.blank(jpeg, shape, all, new long[] {value});
            JpegComparison c = JpegComparison.of(jpeg, out, shape, all);
            assertThat(c.values().get(0)).isLessThanOrEqualTo(value);
            boolean nearest = c.values().get(0) == value || c.nexts().get(0) > value;
            assertThat(nearest).as("no value nearer").isTrue();
        }
        assertThatThrownBy(() -> JpegEditor.blank(jpeg, shape, all, new long[] {4096}))
                .isInstanceOf(CodecException.class)
                .hasMessage("JPEG frame cannot hold the value 4096");
    }

    @Test
    void what_repeats_the_edge_beyond_the_picture_is_blanked_with_it() throws Exception {
        Random random = new Random(9);
        byte[] jpeg = JdkJpeg.noisy(41, 25, false, false, random);
        FrameShape shape = new FrameShape(25, 41, 3, 8);
        List<PixelRectangle> edge = List.of(new PixelRectangle(40, 24, 1, 1));
        byte[] out = JpegEditor.blank(jpeg, shape, edge, BLACK);
        // one coding unit of four luminance blocks and two of chrominance
        assertThat(JpegComparison.of(jpeg, out, shape, edge).blocksInside()).isEqualTo(3);
    }

    @Test
    void what_is_no_coefficient_does_not_pass_a_comparison() throws Exception {
        byte[] jpeg = poor().toBytes();
        FrameShape shape = new FrameShape(16, 24, 1, 16);
        List<PixelRectangle> r = List.of(new PixelRectangle(9, 2, 3, 1));
        byte[] out = JpegEditor.blank(jpeg, shape, r, new long[] {0});
        byte[] behind = Arrays.copyOf(out, out.length + 2);
        assertThat(JpegComparison.of(jpeg, behind, shape, r).sameFrame()).isFalse();
        byte[] segment = out.clone();
        segment[6]++;
        assertThat(JpegComparison.of(jpeg, segment, shape, r).sameFrame()).isFalse();
        assertThat(JpegComparison.of(jpeg, jpeg, shape, r).values()).containsExactly(2048);
    }
}
