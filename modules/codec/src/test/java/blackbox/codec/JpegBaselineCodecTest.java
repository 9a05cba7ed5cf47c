package blackbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.pixelanon.codec.CodecException;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.FrameShape;
import org.pixelanon.codec.JpegBaselineCodec;
import org.pixelanon.codec.JpegHeader;

class JpegBaselineCodecTest {

    private final JpegBaselineCodec codec = new JpegBaselineCodec();

    @Test
    void components_come_as_coded_so_red_has_its_luminance_and_chrominance() throws Exception {
        byte[] jpeg = jpeg(BufferedImage.TYPE_INT_RGB, 0xFF0000);
        byte[] out = codec.decode(jpeg, new FrameShape(16, 24, 3, 8));
        assertThat(out[0] & 0xFF).isBetween(74, 78);
        assertThat(out[1] & 0xFF).isBetween(83, 87);
        assertThat(out[2] & 0xFF).isBetween(253, 255);
        assertThat(JpegHeader.of(jpeg).isYcbcr()).isTrue();
    }

    @Test
    void grey_frames_have_one_component() throws Exception {
        byte[] out =
                codec.decode(
                        jpeg(BufferedImage.TYPE_BYTE_GRAY, 0x808080), new FrameShape(16, 24, 1, 8));
        assertThat(out).hasSize(16 * 24);
    }

    @Test
    void sixteen_bits_allocated_around_eight_bit_samples_are_widened() throws Exception {
        byte[] out =
                codec.decode(
                        jpeg(BufferedImage.TYPE_BYTE_GRAY, 0xFFFFFF),
                        new FrameShape(16, 24, 1, 16));
        assertThat(out).hasSize(2 * 16 * 24);
        assertThat(out[0] & 0xFF).isEqualTo(255);
        assertThat(out[1]).isZero();
    }

    @Test
    void a_frame_of_another_shape_is_refused() {
        assertThatThrownBy(
                        () ->
                                codec.decode(
                                        jpeg(BufferedImage.TYPE_INT_RGB, 1),
                                        new FrameShape(17, 24, 3, 8)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("24x16x3, not 24x17x3");
    }

    @Test
    void a_frame_that_ends_early_is_refused() throws Exception {
        byte[] jpeg = jpeg(BufferedImage.TYPE_INT_RGB, 0x123456);
        for (int length = 0; length < jpeg.length - 2; length += 7) {
            byte[] shortened = Arrays.copyOf(jpeg, length);
            assertThatThrownBy(() -> codec.decode(shortened, new FrameShape(16, 24, 3, 8)))
                    .isInstanceOf(CodecException.class);
        }
    }

    @Test
    void only_known_syntaxes_have_a_codec() {
        assertThat(FrameCodecs.of("1.2.840.10008.1.2.4.50")).isPresent();
        assertThat(FrameCodecs.of("1.2.840.10008.1.2.5")).isPresent();
        assertThat(FrameCodecs.of("1.2.840.10008.1.2.4.100")).isEmpty();
    }

    private static byte[] jpeg(int type, int rgb) throws Exception {
        BufferedImage image = new BufferedImage(24, 16, type);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 24; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "jpg", out)).isTrue();
        return out.toByteArray();
    }
}
