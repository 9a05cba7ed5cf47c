package org.pixelanon.pii;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.regex.DrawnLines;

/**
 * How many distinct lines a second an allow-list judges on one core, each line for the first time:
 * {@code java … org.pixelanon.pii.AllowListBenchmark LIST [LINES]}. Ends with code 1 if an answer
 * differs from that of matching every expression.
 */
final class AllowListBenchmark {

    private static final int LINES = 200_000;
    private static final int SAMPLE = 4_000;

    private AllowListBenchmark() {}

    /**
     * Measures and prints.
     *
     * @param args the list, then how many lines of each kind
     * @throws IOException if the list cannot be read
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        int count = args.length > 1 ? Integer.parseInt(args[1]) : LINES;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> expressions =
                Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                        .filter(l -> !l.isBlank())
                        .toList();
        boolean same = true;
        same &= measure("drawn, half of them spoilt", expressions, file, count, false, out);
        same &= measure("near misses of one character", expressions, file, count, true, out);
        if (!same) {
            System.exit(1);
        }
    }

    private static boolean measure(
            String kind,
            List<String> expressions,
            Path file,
            int count,
            boolean near,
            PrintStream out)
            throws IOException {
        DrawnLines drawn = new DrawnLines(expressions, near ? 31 : 815);
        List<String> lines = near ? drawn.nearMisses(count) : drawn.mixed(count);
        long start = System.nanoTime();
        AllowList list = AllowList.read(file);
        long built = System.nanoTime();
        int matched = 0;
        long cpu = cpu();
        for (String line : lines) {
            matched += list.judge(line, Identity.NONE).isPresent() ? 1 : 0;
        }
        double seconds = (cpu() - cpu) / 1e9;
        int differing = differing(expressions, list, lines);
        out.printf(
                Locale.ROOT,
                "%-30s %d expressions read in %.2f s, %d distinct lines, %d matched: %.0f lines a CPU second;"
                        + " %d of %d differ from matching every expression%n",
                kind,
                expressions.size(),
                (built - start) / 1e9,
                lines.size(),
                matched,
                lines.size() / seconds,
                differing,
                Math.min(SAMPLE, lines.size()));
        return differing == 0;
    }

    /** Nanoseconds of this thread: other programs on the machine do not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static int differing(List<String> expressions, AllowList list, List<String> lines) {
        List<Pattern> all =
                expressions.stream().map(e -> Pattern.compile(e, Pattern.UNICODE_CASE)).toList();
        int differing = 0;
        for (int i = 0; i < lines.size(); i += Math.max(1, lines.size() / SAMPLE)) {
            String line = lines.get(i);
            boolean expected = all.stream().anyMatch(p -> p.matcher(line).matches());
            if (list.judge(line, Identity.NONE).isPresent() != expected) {
                differing++;
            }
        }
        return differing;
    }
}
