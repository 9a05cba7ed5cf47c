package blackbox.application;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A curator with a fixed rule, on real keys: decides each row that waits, then marks the file done.
 * Prints what a folder took in actions and seconds. For {@code docs/benchmarks/curator.sh}, which
 * gives the same folders to two installations.
 */
public final class Curator {

    private static final double NANOS = 1e9;

    private final RunningWorkbench workbench;
    private final Hands hands;
    private int actions;

    private Curator(RunningWorkbench workbench) throws Exception {
        this.workbench = workbench;
        this.hands = new Hands();
    }

    /**
     * Reviews a folder.
     *
     * @param args the installation, a folder for what it remembers, the database, the files
     * @throws Exception if it comes to no end
     */
    public static void main(String[] args) throws Exception {
        Path installation = Path.of(args[0]);
        Path files = Path.of(args[3]);
        int count;
        try (Stream<Path> all = Files.list(files)) {
            count = (int) all.filter(file -> file.toString().endsWith(".dcm")).count();
        }
        try (RunningWorkbench workbench =
                RunningWorkbench.start(
                        installation,
                        Path.of(args[1]),
                        "--db",
                        args[2],
                        "--open",
                        files.toString())) {
            workbench.await("the files", s -> s.value("loaded").equals("true"));
            workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
            Curator curator = new Curator(workbench);
            long start = System.nanoTime();
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                rows.add(curator.file(i, count));
            }
            workbench.saved();
            double seconds = (System.nanoTime() - start) / NANOS;
            System.out.println(String.join("\n", rows));
            System.out.println(
                    String.format(
                            Locale.ROOT,
                            "%d files, %d actions, %.1f actions and %.2f s per file",
                            count,
                            curator.actions,
                            (double) curator.actions / count,
                            seconds / count));
        }
    }

    private String file(int index, int count) throws IOException {
        OnScreen state =
                workbench.await(
                        "file " + index,
                        s -> s.number("current") == index && s.value("loaded").equals("true"));
        int before = actions;
        int waiting = undecided(state);
        String name = state.file();
        while (undecided(state) > 0) {
            if (!state.value("selected").contains("UNDECIDED")) {
                act(KeyEvent.VK_TAB);
                workbench.await("a row that waits", s -> s.value("selected").contains("UNDECIDED"));
            }
            String selected = workbench.state().value("selected");
            act(KeyEvent.VK_ENTER);
            // not by the number that is left: suggestions of files done just now may still arrive
            state =
                    workbench.await(
                            "a decision",
                            s -> isElsewhere(s, index) || !s.value("selected").equals(selected));
            if (isElsewhere(state, index)) {
                back(index); // the last one was decided, and the first of another file is shown
                break;
            }
        }
        done(index, index == count - 1);
        return name + ": " + waiting + " rows, " + (actions - before) + " actions";
    }

    private static boolean isElsewhere(OnScreen state, int index) {
        return state.number("current") != index;
    }

    private static int undecided(OnScreen state) {
        return state.number("undecided");
    }

    private void back(int index) {
        OnScreen state = workbench.await("a file", s -> s.value("loaded").equals("true"));
        while (isElsewhere(state, index)) {
            int here = state.number("current");
            if (here > index) {
                act(KeyEvent.VK_P, KeyEvent.VK_SHIFT);
            } else {
                act(KeyEvent.VK_ESCAPE);
            }
            state =
                    workbench.await(
                            "a step",
                            s -> s.number("current") != here && s.value("loaded").equals("true"));
        }
    }

    /** Marks the file done, and looks at its planes first if that is asked for. */
    private void done(int index, boolean last) {
        act(KeyEvent.VK_N, KeyEvent.VK_SHIFT);
        OnScreen state =
                workbench.await(
                        "an answer",
                        s -> isDone(s, index, last) || s.value("open").contains("PLANE"));
        if (isDone(state, index, last)) {
            return;
        }
        workbench.until(
                "all planes seen",
                () -> act(KeyEvent.VK_N),
                s -> !s.value("open").contains("PLANE"));
        act(KeyEvent.VK_N, KeyEvent.VK_SHIFT);
        workbench.await("done", s -> isDone(s, index, last));
    }

    private static boolean isDone(OnScreen state, int index, boolean last) {
        return last ? state.value("state").equals("DONE") : isElsewhere(state, index);
    }

    private void act(int key, int... held) {
        hands.press(key, held);
        actions++;
    }
}
