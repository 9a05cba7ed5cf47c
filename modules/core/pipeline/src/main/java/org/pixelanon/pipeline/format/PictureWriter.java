package org.pixelanon.pipeline.format;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferShort;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.pipeline.PipelineException;

/** Writes planes as picture files: as they are shown, or their stored values in 16 bits. */
public final class PictureWriter {

    private static final int SIXTEEN = 16;

    private final PictureFormat format;
    private final boolean raw16;

    /**
     * Creates the writer.
     *
     * @param format PNG or TIFF
     * @param raw16 whether grey frames hold their stored values in 16 bits, not what is shown
     */
    public PictureWriter(PictureFormat format, boolean raw16) {
        this.format = format;
        this.raw16 = raw16;
    }

    /**
     * Writes one plane.
     *
     * @param file the file, open
     * @param plane one of its planes
     * @param target where to; replaced
     * @throws IOException if it cannot be decoded or written, or its values do not fit
     */
    public void write(DicomFile file, Plane plane, Path target) throws IOException {
        write(
                raw16 && plane instanceof FramePlane
                        ? stored(file, plane)
                        : shown(file.render(plane, new DisplayWindow.OfFile())),
                target);
    }

    /**
     * Writes one picture as it is shown.
     *
     * @param image the picture
     * @param target where to; replaced
     * @throws IOException if it cannot be written
     */
    public void write(PlaneImage image, Path target) throws IOException {
        write(shown(image), target);
    }

    /**
     * One picture as it is shown.
     *
     * @param image the picture
     * @return the bytes of a file
     * @throws IOException if it cannot be written
     */
    public byte[] bytes(PlaneImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(shown(image), bytes);
        return bytes.toByteArray();
    }

    private void write(BufferedImage image, Path target) throws IOException {
        try (OutputStream file = Files.newOutputStream(target)) {
            write(image, file);
        }
    }

    private void write(BufferedImage image, OutputStream file) throws IOException {
        ImageWriter writer = writer();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(image);
        } finally {
            writer.dispose();
        }
    }

    /** The one of the JDK, whatever other libraries bring along. */
    private ImageWriter writer() throws IOException {
        String name = format.name().toLowerCase(Locale.ROOT);
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(name);
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
                return writer;
            }
        }
        throw new PipelineException("this Java cannot write " + name);
    }

    private static BufferedImage shown(PlaneImage plane) {
        DataBufferByte bytes = new DataBufferByte(plane.samples(), plane.samples().length);
        return image(bytes, plane.width(), plane.height(), plane.channels());
    }

    /** Stored values of a grey frame, or numbers of colours of a palette; never scaled. */
    private BufferedImage stored(DicomFile file, Plane plane) throws IOException {
        Frame frame = file.frame(plane.index());
        if (frame.samplesPerPixel() != 1) {
            return shown(file.render(plane, new DisplayWindow.OfFile()));
        }
        if (frame.floating() || frame.bitsStored() > SIXTEEN) {
            throw new PipelineException(
                    file.path()
                            + ": values of "
                            + frame.bitsStored()
                            + (frame.floating() ? " floating" : "")
                            + " bits do not fit 16 (--raw16)");
        }
        if (frame.signed() && format == PictureFormat.PNG) {
            throw new PipelineException(
                    file.path() + ": PNG cannot store negative values (use --format tiff)");
        }
        short[] values = new short[frame.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) frame.sample(i);
        }
        DataBuffer buffer =
                frame.signed()
                        ? new DataBufferShort(values, values.length)
                        : new DataBufferUShort(values, values.length);
        return image(buffer, frame.columns(), frame.rows(), 1);
    }

    private static BufferedImage image(DataBuffer samples, int width, int height, int channels) {
        int[] offsets = channels == 1 ? new int[] {0} : new int[] {0, 1, 2};
        PixelInterleavedSampleModel model =
                new PixelInterleavedSampleModel(
                        samples.getDataType(), width, height, channels, width * channels, offsets);
        WritableRaster raster = Raster.createWritableRaster(model, samples, null);
        ColorModel colours =
                new ComponentColorModel(
                        ColorSpace.getInstance(
                                channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                        false,
                        false,
                        Transparency.OPAQUE,
                        samples.getDataType());
        return new BufferedImage(colours, raster, false, null);
    }
}
