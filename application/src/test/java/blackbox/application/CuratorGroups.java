package blackbox.application;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A curator who reviews thirty files of two devices by group, on real keys: a rectangle around the
 * name, then the three steps of the view. Prints what that took in actions and seconds. For {@code
 * docs/benchmarks/curator.sh}.
 */
public final class CuratorGroups {

    private static final double NANOS = 1e9;

    /** Height of a line in the table of groups, in pixels of the screen. */
    private static final int LINE = 20;

    private final RunningWorkbench workbench;
    private final Hands hands;
    private int actions;

    private CuratorGroups(RunningWorkbench workbench) throws Exception {
        this.workbench = workbench;
        this.hands = new Hands();
    }

    /**
     * Draws the files, or reviews them.
     *
     * @param args the folder to draw into; or the installation, a folder for what it remembers, the
     *     database, the files
     * @throws Exception if it comes to no end
     */
    public static void main(String[] args) throws Exception {
        if (args.length == 1) {
            draw(Path.of(args[0]));
            return;
        }
        try (RunningWorkbench workbench =
                RunningWorkbench.start(
                        Path.of(args[0]), Path.of(args[1]), "--db", args[2], "--open", args[3])) {
            workbench.await(
                    "the files",
                    s ->
                            s.value("loaded").equals("true")
                                    && s.number("files") == GroupedFiles.FILES);
            workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
            CuratorGroups curator = new CuratorGroups(workbench);
            long start = System.nanoTime();
            curator.act(KeyEvent.VK_G, KeyEvent.VK_SHIFT);
            workbench.await("groups", s -> s.value("focus").contains("groups.table"));
            workbench.await("two groups", s -> s.number("focusRows") == 2);
            curator.group(GroupedFiles.ECHO, 0);
            curator.group(GroupedFiles.TOMO, 1);
            double seconds = (System.nanoTime() - start) / NANOS;
            System.out.println(
                    String.format(
                            Locale.ROOT,
                            "%d files, %d actions, %.2f actions and %.2f s per file",
                            GroupedFiles.FILES,
                            curator.actions,
                            (double) curator.actions / GroupedFiles.FILES,
                            seconds / GroupedFiles.FILES));
        }
    }

    private static void draw(Path folder) throws Exception {
        CuratorTruth truth = new CuratorTruth();
        List<Path> files = GroupedFiles.write(folder, -1);
        for (int i = 0; i < files.size(); i++) {
            GroupedFiles.Device device = GroupedFiles.deviceOf(i);
            CuratorTruth.Text name =
                    new CuratorTruth.Text(device.name(), "Sample " + (100 + i), true);
            truth.add(
                    files.get(i).getFileName().toString(),
                    0,
                    device.rows(),
                    device.columns(),
                    List.of(name));
        }
        truth.write(folder.resolve("truth.json"));
    }

    private void group(GroupedFiles.Device device, int line) throws IOException {
        Rectangle table = workbench.state().place("component.groups.table");
        hands.click(new Point(table.x + LINE / 2, table.y + LINE * line + LINE / 2));
        actions++;
        OnScreen drawn = workbench.await("its picture", s -> device.isDrawn(hands, s));
        device.drag(hands, drawn);
        actions++;
        edit(KeyEvent.VK_A);
        act(KeyEvent.VK_C, KeyEvent.VK_ALT);
        edit(KeyEvent.VK_M); // does nothing before all members are checked
    }

    /** A step that changes files. */
    private void edit(int key) throws IOException {
        String before = workbench.state().value("undo");
        workbench.until(
                "an edit",
                () -> hands.press(key, KeyEvent.VK_ALT),
                s -> !s.value("undo").equals(before));
        actions++;
        workbench.saved();
    }

    private void act(int key, int... held) {
        hands.press(key, held);
        actions++;
    }
}
