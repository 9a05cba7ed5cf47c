package blackbox.ocr;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.ocr.OcrOptions;
import org.pixelanon.ocr.TesseractRecognizer;
import org.pixelanon.synth.BenchmarkFiles;
import org.pixelanon.synth.Syntax;

/**
 * Measures what tile comparison saves on a cine whose text is fixed while speckle moves inside the
 * fan in every frame: the CPU seconds of this process with and without it, and whether both found
 * the same. It is part of no test run; see {@link #main}.
 */
final class CineBenchmark {

    private static final int COLUMNS = 1024;
    private static final int ROWS = 768;

    private CineBenchmark() {}

    /**
     * Prints one line; fails if the texts differ.
     *
     * @param arguments a folder for the native libraries and, for a while, the cine; the number of
     *     frames (default 200); the seed of the drawing (default 1)
     * @throws IOException if the cine cannot be drawn or the text not be recognised
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int frames = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        Path file = Files.createTempFile(folder, "cine", ".dcm");
        try {
            new BenchmarkFiles(seed).cine(file, frames, COLUMNS, ROWS, Syntax.EXPLICIT);
            // cold first: what the JIT compiler costs is charged to the faster way
            Run tiles = run(file, frames, new OcrOptions(folder.resolve("natives"), true));
            Run everything = run(file, frames, new OcrOptions(folder.resolve("natives"), false));
            boolean same = tiles.texts.equals(everything.texts);
            PrintStream out = System.out;
            out.printf(
                    Locale.ROOT,
                    "%d frames of %dx%d, %d texts: tile comparison %.2f s CPU, without %.2f s CPU,"
                            + " %.1f times less, texts %s%n",
                    frames,
                    COLUMNS,
                    ROWS,
                    tiles.texts.size(),
                    tiles.seconds,
                    everything.seconds,
                    everything.seconds / tiles.seconds,
                    same ? "equal" : "DIFFER");
            if (!same) {
                throw new IllegalStateException("tile comparison changed what was found");
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Run run(Path file, int frames, OcrOptions options) throws IOException {
        List<RecognizedText> texts = new ArrayList<>();
        long before = cpu();
        try (TesseractRecognizer recognizer = new TesseractRecognizer(options);
                RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int length = 3 * COLUMNS * ROWS;
            in.seek(in.length() - (long) frames * length);
            for (int frame = 0; frame < frames; frame++) {
                byte[] samples = new byte[length];
                in.readFully(samples);
                PlaneImage view = new PlaneImage(COLUMNS, ROWS, 3, samples);
                texts.addAll(recognizer.recognize(new FramePlane(frame), List.of(view)));
            }
        }
        return new Run(texts, (cpu() - before) / 1e9);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private record Run(List<RecognizedText> texts, double seconds) {}
}
