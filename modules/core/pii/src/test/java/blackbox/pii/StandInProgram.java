package blackbox.pii;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program that judges lines and does it well or badly. Arguments: a folder in which it leaves a
 * file named after its process, and what it does about a line that holds {@code DOE}. Other lines
 * are harmless.
 */
public final class StandInProgram {

    private static final Pattern QUESTION = Pattern.compile("\\{\"id\":(\\d+),\"text\":\"(.*)\"}");

    private StandInProgram() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        Files.createFile(folder.resolve(ProcessHandle.current().pid() + ".pid"));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.err.println(line);
            Matcher question = QUESTION.matcher(line);
            if (!question.matches()) {
                throw new IOException(line);
            }
            String id = question.group(1);
            if (args[1].equals("unwilling")) {
                out.println("{\"id\":" + id + ",\"error\":\"no model\"}");
            } else if (question.group(2).contains("DOE")) {
                answer(args[1], id, question.group(2), folder, out);
            } else {
                out.println("{\"id\":" + id + ",\"sensitive\":false}");
            }
        }
    }

    private static void answer(String how, String id, String text, Path folder, PrintStream out)
            throws IOException, InterruptedException {
        String right = "{\"id\":" + id + ",\"sensitive\":true,\"type\":\"name\",\"more\":[{}]}";
        switch (how) {
            case "well" -> out.println(right);
            case "ascii" -> {
                boolean escaped = text.equals("DOE Zo\\u00EB \\u540D \\uD800\\n");
                out.println(escaped ? right : right.replace("true", "false"));
            }
            case "quotes" -> out.println(right.replace("\"name\"", '"' + text + '"'));
            case "garbage" -> out.println(text);
            case "array" -> out.println("[" + right + "]");
            case "twice" -> out.println(right + right);
            case "incomplete" -> out.println("{\"id\":" + id + "}");
            case "words" -> out.println(right.replace("true", "\"true\""));
            case "other" -> out.println(right.replace(id, "9" + id));
            case "bytes" -> out.write(new byte[] {'"', (byte) 0xFF, '"', '\n'});
            case "endless" -> out.println("x".repeat(1 << 17));
            case "error" -> out.println("{\"id\":" + id + ",\"error\":\"" + text + "\"}");
            case "dies" -> System.exit(7);
            case "dies-once" -> {
                if (Files.notExists(folder.resolve("died"))) {
                    Files.createFile(folder.resolve("died"));
                    System.exit(7);
                }
                out.println(right);
            }
            case "together" -> {
                Files.writeString(
                        folder.resolve(ProcessHandle.current().pid() + ".asked"),
                        "",
                        StandardOpenOption.CREATE);
                while (asked(folder) < 2) {
                    Thread.onSpinWait();
                }
                out.println(right);
            }
            default -> new CountDownLatch(1).await();
        }
    }

    private static long asked(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".asked")).count();
        }
    }
}
