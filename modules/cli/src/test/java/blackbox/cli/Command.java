package blackbox.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pixelanon.cli.Main;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.synth.DicomBuilder;

/** What a command line printed and how it ended. Commands of one process run one at a time. */
record Command(int code, String out, String err) {

    /** Runs a command in this process. */
    static Command run(Object... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
        try {
            return new Command(
                    Main.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new)),
                    outBytes.toString(StandardCharsets.UTF_8),
                    errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /**
     * Runs a command in a process of its own that sees only the given environment.
     *
     * @param before words before the name of the JVM, to change the user for instance
     * @param jvm options of the JVM
     */
    static Command start(
            List<String> before,
            List<String> jvm,
            Map<String, String> environment,
            Path folder,
            Object... arguments)
            throws IOException, InterruptedException {
        return start(Accounts.classPath(before), before, jvm, environment, folder, arguments);
    }

    /** The same with a class path of its own. */
    static Command start(
            String classPath,
            List<String> before,
            List<String> jvm,
            Map<String, String> environment,
            Path folder,
            Object... arguments)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(before);
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(jvm);
        words.addAll(List.of("-cp", classPath));
        words.add(Main.class.getName());
        Stream.of(arguments).map(Object::toString).forEach(words::add);
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            int code =
                    builder.redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start()
                            .waitFor();
            return new Command(code, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** The lines that tell of files that failed or need review, and errors of the command. */
    List<String> complaints() {
        return err.lines()
                .filter(
                        l ->
                                l.startsWith("Failed: ")
                                        || l.startsWith("NeedsReview: ")
                                        || l.startsWith("pixelanon: "))
                .toList();
    }

    /** All regular files below a folder, in order; none if it does not exist. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** One item of a Sequence of Ultrasound Regions, corners inclusive. */
    static DicomBuilder region(int left, int top, int right, int bottom) {
        return new DicomBuilder()
                .numbers(0x00186018, "UL", left)
                .numbers(0x0018601A, "UL", top)
                .numbers(0x0018601C, "UL", right)
                .numbers(0x0018601E, "UL", bottom);
    }

    /** One sample of a file. */
    static int sample(DicomFile file, int frame, int x, int y) throws IOException {
        return file.frame(frame).sample(x, y, 0);
    }
}
