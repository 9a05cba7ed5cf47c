package blackbox.application;

import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.pixelanon.dicom.DicomFile;

/**
 * A process with an event thread that does what it is told, line by line, so that the guard over
 * event threads can be tried: the word {@code event} or {@code other}, which says where, and a file
 * to be opened there. Answers each line by the number of planes.
 */
final class OnEventThread {

    private OnEventThread() {}

    /**
     * Answers until the input ends.
     *
     * @param arguments none
     * @throws Exception if the event thread does not come
     */
    public static void main(String... arguments) throws Exception {
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        EventQueue.invokeAndWait(() -> answers.println("ready"));
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null) {
            String[] words = line.split(" ", 2);
            Path file = Path.of(words[1]);
            if (words[0].equals("event")) {
                EventQueue.invokeAndWait(() -> answers.println(planes(file)));
            } else {
                EventQueue.invokeAndWait(() -> Harmless.run());
                answers.println(planes(file));
            }
            line = lines.readLine();
        }
    }

    private static int planes(Path file) {
        try (DicomFile dicom = DicomFile.open(file)) {
            return dicom.planes().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loaded by the thread that runs it first, which reads a file, and is no offence. */
    private static final class Harmless {
        static void run() {
            Thread.yield();
        }
    }
}
