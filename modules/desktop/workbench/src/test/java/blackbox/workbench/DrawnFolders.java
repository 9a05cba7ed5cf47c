package blackbox.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * Draws the folders of files that the benchmarks of the workbench open: small images, because what
 * is measured is how many they are. Usage: {@code DrawnFolders FOLDER [soak]}; below it {@code
 * soak} gets 2,000 files and {@code list} 100,000, a thousand of which are one under many names.
 */
public final class DrawnFolders {

    private static final int SOAK = 2000;
    private static final int LIST = 100_000;
    private static final int IN_A_FOLDER = 1000;

    private DrawnFolders() {}

    /**
     * Draws both, or the first alone.
     *
     * @param arguments where, and whether only the first
     * @throws IOException if the disk is full
     */
    public static void main(String... arguments) throws IOException {
        Path soak = Files.createDirectories(Path.of(arguments[0], "soak"));
        for (int i = 0; i < SOAK; i++) {
            draw(soak.resolve("f" + i + ".dcm"), 1 + i % 4);
        }
        for (int i = 0; i < (arguments.length == 1 ? LIST : 0); i++) {
            Path series = Path.of(arguments[0], "list", name("series %03d", i / IN_A_FOLDER));
            Path first = series.resolve(name("image %06d.dcm", i - i % IN_A_FOLDER));
            if (i % IN_A_FOLDER == 0) {
                Files.createDirectories(series);
                draw(first, 1);
            } else {
                Files.createLink(series.resolve(name("image %06d.dcm", i)), first);
            }
        }
    }

    private static String name(String form, int number) {
        return String.format(Locale.ROOT, form, number);
    }

    private static void draw(Path file, int frames) throws IOException {
        SampleFile.of(40, 50)
                .frames(frames)
                .samples((frame, row, column, sample) -> row + column)
                .write(file, Syntax.EXPLICIT);
    }
}
