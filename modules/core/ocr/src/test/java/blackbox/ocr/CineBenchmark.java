package blackbox.ocr;

import com.sun.management.OperatingSystemMXBean;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.ocr.OcrOptions;
import org.pixelanon.ocr.TesseractRecognizer;

/**
 * Measures the CPU seconds of OCR of a cine of 1024x768 RGB, with tile comparison or without, twice
 * in one process: the first time everything counts since the process began, starting Java and
 * Tesseract and compiling included; the second time the code is warm. The two variants run in
 * separate processes, so that neither affects the other. Frames are read from the page cache into
 * two arrays in turn; that counts in both variants. It is not part of test runs; see {@link #main}.
 */
final class CineBenchmark {

    private static final int COLUMNS = 1024;
    private static final int ROWS = 768;

    private CineBenchmark() {}

    /**
     * Prints one line: the way, the CPU seconds of the first and of the second time, how many texts
     * were found, and a digest of the texts and their places.
     *
     * @param arguments a cine of blackbox.dicom.BenchmarkInputs, a folder for the native libraries,
     *     the number of frames, and {@code tiles} or {@code everything}
     * @throws IOException if the cine cannot be read or the text not be recognised
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        int frames = Integer.parseInt(arguments[2]);
        boolean tiles = arguments[3].equals("tiles");
        OcrOptions options = new OcrOptions(Path.of(arguments[1]), tiles);
        List<RecognizedText> texts = recognize(file, frames, options);
        double first = cpu();
        if (!recognize(file, frames, options).equals(texts)) {
            throw new IllegalStateException("the second time found other texts");
        }
        System.out.printf(
                Locale.ROOT,
                "%s %.2f %.2f %d %08x%n",
                arguments[3],
                first,
                cpu() - first,
                texts.size(),
                texts.toString().hashCode());
    }

    private static List<RecognizedText> recognize(Path file, int frames, OcrOptions options)
            throws IOException {
        List<RecognizedText> texts = new ArrayList<>();
        try (TesseractRecognizer recognizer = new TesseractRecognizer(options);
                FileChannel in = FileChannel.open(file)) {
            int length = 3 * COLUMNS * ROWS;
            in.position(in.size() - (long) frames * length);
            byte[][] turns = new byte[2][length];
            for (int frame = 0; frame < frames; frame++) {
                // the recogniser may look at the frame before, not at any earlier one
                byte[] samples = turns[frame % turns.length];
                ByteBuffer rest = ByteBuffer.wrap(samples);
                while (rest.hasRemaining()) {
                    if (in.read(rest) < 0) {
                        throw new EOFException("the cine ends too early");
                    }
                }
                PlaneImage view = new PlaneImage(COLUMNS, ROWS, 3, samples);
                texts.addAll(recognizer.recognize(new FramePlane(frame), List.of(view)));
            }
        }
        return texts;
    }

    /** CPU seconds since the process began. */
    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
