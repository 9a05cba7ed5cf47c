package org.pixelanon.codec;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * JPEG baseline, 8 bit (DICOM PS3.5 A.4.1, ISO 10918-1 process 1), through the JDK's own reader:
 * {@code readRaster} gives the components as they were coded, while {@code read} would convert
 * colours.
 */
public final class JpegBaselineCodec implements FrameCodec {

    @Override
    public String name() {
        return "JPEG Baseline (Process 1)";
    }

    @Override
    public byte[] decode(byte[] codestream, FrameShape shape) throws CodecException {
        JpegHeader header = JpegHeader.of(codestream);
        header.requireBaseline();
        if (header.rows() != shape.rows()
                || header.columns() != shape.columns()
                || header.components() != shape.samplesPerPixel()) {
            throw new CodecException(
                    "JPEG frame is "
                            + header.columns()
                            + "x"
                            + header.rows()
                            + "x"
                            + header.components()
                            + ", not "
                            + shape.columns()
                            + "x"
                            + shape.rows()
                            + "x"
                            + shape.samplesPerPixel());
        }
        if (!header.ended()) {
            throw new CodecException("JPEG frame ends early");
        }
        return widen(components(codestream, shape), shape);
    }

    private static byte[] components(byte[] codestream, FrameShape shape) throws CodecException {
        ImageReader reader = reader();
        try (MemoryCacheImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(codestream))) {
            reader.setInput(in, true, true);
            Raster raster = reader.readRaster(0, null);
            if (raster.getTransferType() != DataBuffer.TYPE_BYTE
                    || raster.getNumBands() != shape.samplesPerPixel()) {
                throw new CodecException("JPEG frame decoded to an unexpected form");
            }
            byte[] out = new byte[shape.pixels() * shape.samplesPerPixel()];
            raster.getDataElements(0, 0, shape.columns(), shape.rows(), out);
            return out;
        } catch (CodecException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new CodecException("JPEG frame is damaged", e);
        } finally {
            reader.dispose();
        }
    }

    /**
     * Files with 16 bits allocated around an 8-bit JPEG exist; native samples then have two bytes.
     */
    private static byte[] widen(byte[] samples, FrameShape shape) {
        int bytes = shape.sampleBytes();
        if (bytes == 1) {
            return samples;
        }
        byte[] out = new byte[shape.bytes()];
        for (int i = 0; i < samples.length; i++) {
            out[i * bytes] = samples[i];
        }
        return out;
    }

    /** The JDK's own reader, whatever other plug-ins are on the class path. */
    private static ImageReader reader() throws CodecException {
        Iterator<ImageReaderSpi> providers =
                IIORegistry.getDefaultInstance()
                        .getServiceProviders(
                                ImageReaderSpi.class, spi -> isJdkJpeg((ImageReaderSpi) spi), true);
        if (!providers.hasNext()) {
            ImageIO.scanForPlugins();
            throw new CodecException("this Java has no JPEG reader (module java.desktop)");
        }
        try {
            return providers.next().createReaderInstance();
        } catch (IOException e) {
            throw new CodecException("the JPEG reader of this Java cannot be created", e);
        }
    }

    private static boolean isJdkJpeg(ImageReaderSpi spi) {
        return spi.getClass().getName().equals("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi");
    }
}
