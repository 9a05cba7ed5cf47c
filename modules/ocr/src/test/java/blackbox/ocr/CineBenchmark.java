package blackbox.ocr;

import com.sun.management.OperatingSystemMXBean;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
 * the same. Each way is measured twice: first with it, when the code is not compiled yet, then
 * twice without, then again with it. So the first figures charge all compilation to tile
 * comparison, the second ones none to either. Frames are read from the page cache into two arrays
 * in turn; that counts in both ways. It is part of no test run; see {@link #main}.
 */
final class CineBenchmark {

    private static final int COLUMNS = 1024;
    private static final int ROWS = 768;

    private CineBenchmark() {}

    /**
     * Prints two lines, cold and warm; fails if the texts differ.
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
            OcrOptions reuse = new OcrOptions(folder.resolve("natives"), true);
            OcrOptions fresh = new OcrOptions(folder.resolve("natives"), false);
            Run coldTiles = run(file, frames, reuse);
            Run coldEverything = run(file, frames, fresh);
            Run warmEverything = run(file, frames, fresh);
            Run warmTiles = run(file, frames, reuse);
            report("cold", coldTiles, coldEverything);
            report("warm", warmTiles, warmEverything);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void report(String state, Run tiles, Run everything) {
        boolean same = tiles.texts.equals(everything.texts);
        System.out.printf(
                Locale.ROOT,
                "%s: %dx%d, %d texts: tile comparison %.2f s CPU, without %.2f s CPU,"
                        + " %.1f times less, texts %s%n",
                state,
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
    }

    private static Run run(Path file, int frames, OcrOptions options) throws IOException {
        List<RecognizedText> texts = new ArrayList<>();
        long before = cpu();
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
        return new Run(texts, (cpu() - before) / 1e9);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private record Run(List<RecognizedText> texts, double seconds) {}
}
