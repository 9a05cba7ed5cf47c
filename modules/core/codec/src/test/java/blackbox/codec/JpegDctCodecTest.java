package blackbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameCodec;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.jpeg.JpegComparison;
import org.pixelanon.codec.jpeg.JpegEditor;
import org.pixelanon.codec.jpeg.JpegHeader;
import org.pixelanon.model.PixelRectangle;

/** JPEG by cosine transform, made and read by the JDK (libjpeg) as well. */
class JpegDctCodecTest {

    private final FrameCodec codec = FrameCodecs.of("1.2.840.10008.1.2.4.50").orElseThrow();

    /** Pictures of all kinds of sizes, sequential and progressive, with plain and own tables. */
    private static List<Coded> pictures() throws IOException {
        List<Coded> pictures = new ArrayList<>();
        Random random = new Random(8);
        for (int i = 0; i < 60; i++) {
            int width = 1 + random.nextInt(70);
            int height = 1 + random.nextInt(70);
            boolean grey = i % 3 == 0;
            BufferedImage image =
                    new BufferedImage(
                            width,
                            height,
                            grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int smooth = 3 * x << 16 | 2 * y << 8 | x + y;
                    image.setRGB(x, y, i % 2 == 0 ? smooth : random.nextInt(1 << 24));
                }
            }
            byte[] jpeg = coded(image, i % 4 == 1, .3f + random.nextFloat() * .7f);
            pictures.add(new Coded(jpeg, new FrameShape(height, width, grey ? 1 : 3, 8)));
        }
        return pictures;
    }

    private record Coded(byte[] jpeg, FrameShape shape) {}

    private static byte[] coded(BufferedImage image, boolean progressive, float quality)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            how.setProgressiveMode(
                    progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** What libjpeg makes of it, without converting colours. */
    private static byte[] byTheJdk(byte[] jpeg) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (MemoryCacheImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in);
            Raster raster = reader.readRaster(0, null);
            return (byte[])
                    raster.getDataElements(0, 0, raster.getWidth(), raster.getHeight(), null);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void samples_are_those_libjpeg_decodes() throws Exception {
        for (Coded picture : pictures()) {
            assertThat(codec.decode(picture.jpeg(), picture.shape()))
                    .as("%s", picture.shape())
                    .isEqualTo(byTheJdk(picture.jpeg()));
        }
    }

    @Test
    void blanked_blocks_are_flat_and_black_and_all_others_keep_their_coefficients()
            throws Exception {
        Random random = new Random(3);
        for (Coded picture : pictures()) {
            FrameShape shape = picture.shape();
            int x = random.nextInt(shape.columns());
            int y = random.nextInt(shape.rows());
            PixelRectangle blanked =
                    PixelRectangle.ofEdges(
                            x,
                            y,
                            x + 1 + random.nextInt(shape.columns() - x),
                            y + 1 + random.nextInt(shape.rows() - y));
            long[] black = shape.samplesPerPixel() == 1 ? new long[] {0} : new long[] {0, 128, 128};
            byte[] edited = JpegEditor.blank(picture.jpeg(), shape, List.of(blanked), black);
            JpegComparison c = JpegComparison.of(picture.jpeg(), edited, shape, List.of(blanked));
            assertThat(c.sameFrame()).isTrue();
            assertThat(c.changedOutside()).isZero();
            assertThat(c.notFlat()).isZero();
            byte[] theirs = byTheJdk(edited);
            for (int row = blanked.y(); row < blanked.bottom(); row++) {
                for (int column = blanked.x(); column < blanked.right(); column++) {
                    int at = (row * shape.columns() + column) * shape.samplesPerPixel();
                    assertThat(theirs[at]).isZero();
                }
            }
        }
    }

    @Test
    void a_rectangle_more_or_less_is_told() throws Exception {
        Coded picture = pictures().get(2);
        PixelRectangle one = new PixelRectangle(0, 0, 1, 1);
        byte[] edited =
                JpegEditor.blank(
                        picture.jpeg(), picture.shape(), List.of(one), new long[] {0, 128, 128});
        assertThat(
                        JpegComparison.of(picture.jpeg(), edited, picture.shape(), List.of())
                                .changedOutside())
                .isPositive();
        assertThat(
                        JpegComparison.of(
                                        picture.jpeg(),
                                        picture.jpeg(),
                                        picture.shape(),
                                        List.of(one))
                                .notFlat())
                .isPositive();
    }

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
