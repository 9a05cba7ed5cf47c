package org.pixelanon.pipeline.forms;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.decide.FormSearch;

/**
 * The picture of a file that a classifier of forms is trained and tested with: the first frame of a
 * DICOM file, or a PNG, JPEG, TIFF, BMP or GIF file, as the Python tool takes both.
 */
public final class SamplePicture {

    private static final int MOST_PIXELS = 200_000_000;
    private static final int COLOURS = 3;

    private SamplePicture() {}

    /**
     * Reads a picture.
     *
     * @param file DICOM, or of a common format
     * @return its first frame, in grey or colour
     * @throws IOException if it cannot be read, naming the file
     */
    public static PlaneImage of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ImageInputStream bytes = ImageIO.createImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            if (readers.hasNext()) {
                return common(file, bytes, readers.next());
            }
        }
        try (DicomFile dicom = DicomFile.open(file)) {
            return FormSearch.image(dicom, new FramePlane(0));
        }
    }

    private static PlaneImage common(Path file, ImageInputStream bytes, ImageReader reader)
            throws IOException {
        try {
            reader.setInput(bytes, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new PipelineException(file + ": is too large");
            }
            return plane(reader.read(0));
        } catch (PipelineException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // readers throw what they like on bad bytes
            throw new PipelineException(file + ": the image cannot be decoded", e);
        } finally {
            reader.dispose();
        }
    }

    private static PlaneImage plane(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] samples = new byte[Math.multiplyExact(width * height, COLOURS)];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = picture.getRGB(x, y);
                samples[at++] = (byte) (rgb >> 16);
                samples[at++] = (byte) (rgb >> 8);
                samples[at++] = (byte) rgb;
            }
        }
        return new PlaneImage(width, height, COLOURS, samples);
    }
}
