package org.pixelanon.synth;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.pixelanon.model.PixelAnonException;

/**
 * Encodes a frame as baseline JPEG with the JDK's writer, which turns RGB into YCbCr with halved
 * chroma. Its bytes may differ between JDKs.
 */
final class JpegFrame {
    private JpegFrame() {}

    /** Encodes 8-bit grey, or RGB pixel by pixel. */
    static byte[] encode(byte[] pixels, int rows, int columns, int channels, float quality)
            throws IOException {
        if (pixels.length != rows * columns * channels) {
            throw new IllegalArgumentException("baseline JPEG holds 8 bits a sample");
        }
        int type = channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(columns, rows, type);
        WritableRaster raster = image.getRaster();
        int[] samples = new int[pixels.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = pixels[i] & 0xFF;
        }
        raster.setPixels(0, 0, columns, rows, samples);
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        if (!writers.hasNext()) {
            throw new PixelAnonException("this JDK has no JPEG writer");
        }
        ImageWriter writer = writers.next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
