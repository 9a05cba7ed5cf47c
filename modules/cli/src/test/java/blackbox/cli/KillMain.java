package blackbox.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The kill test in full, too long for every build: {@code docs/benchmarks/kill.sh} runs it.
 * Arguments: folder for its files, number of kills, how many of them while an output is written;
 * {@code --in-place} replaces the inputs.
 */
final class KillMain {

    private static final int FRAMES = 24;

    private KillMain() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream log =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        KillTrials.run(
                Files.createDirectories(Path.of(arguments[0])),
                arguments.length > 3 && arguments[3].equals("--in-place"),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                FRAMES,
                log);
    }
}
