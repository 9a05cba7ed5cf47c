package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Debian's Python, with the libraries that judge outputs if they are installed. */
final class Python {

    private static final String PROGRAM = "/usr/bin/python3";

    private Python() {}

    /** Whether {@code score.py} can run. */
    static boolean canScore() throws IOException, InterruptedException {
        return Files.isExecutable(Path.of(PROGRAM))
                && start("-c", "import numpy, pydicom").waitFor() == 0;
    }

    /** Runs a script that ends well; what it prints. */
    static String run(Object... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static Process start(Object... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = PROGRAM;
        for (int i = 0; i < arguments.length; i++) {
            command[i + 1] = arguments[i].toString();
        }
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
