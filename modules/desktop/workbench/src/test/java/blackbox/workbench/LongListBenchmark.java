package blackbox.workbench;

import blackbox.review.Sitting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;
import org.openide.LifecycleManager;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.group.ManyMarks;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.workbench.Workbench;

/**
 * How long the view <em>Files</em> of the running application takes with 100,000 files, a third of
 * them done and some tagged: from an act to the end of painting. Brought in by {@link
 * blackbox.workbench.Visitor} with a folder as argument.
 */
public final class LongListBenchmark {

    private static final int ROUNDS = 5;
    private static final int PLACES = 20;
    private static final int MANY = 1000;

    private final ReviewSession session = Workbench.find().session();
    private int told;

    private LongListBenchmark() {}

    /**
     * Measures.
     *
     * @param arguments folder for files
     * @throws Exception if it cannot be run
     */
    public static void main(String... arguments) throws Exception {
        new LongListBenchmark().run(Path.of(arguments[0]));
        LifecycleManager.getDefault().exit(0);
    }

    private void run(Path folder) throws Exception {
        List<Path> files = files(folder);
        int count = files.size();
        mark(files);
        StallWatch stalls = new StallWatch();
        double before = PaintedEvents.heap();
        stalls.longest();
        double open =
                PaintedEvents.settle(
                        () -> Workbench.find().opening().open(List.of(folder.toString()), -1),
                        () -> session.files().size() == count && session.open().isPresent());
        PaintedEvents.OUT.printf(
                Locale.ROOT,
                "opening a folder of %d files: %.1f s, %s; heap %.1f MB before, %.1f MB after%n",
                count,
                open / TimeUnit.SECONDS.toMillis(1),
                stalls.longest(),
                before,
                PaintedEvents.heap());
        session.addListener(what -> told += what.contains(Aspect.FILES) ? 1 : 0);
        stalls.longest();
        say("filter", filtered());
        say("search, each letter", searched());
        say("sort", sorted());
        say("scroll", scrolled());
        PaintedEvents.OUT.println("meanwhile " + stalls.longest());
        say("select a file, its name in the list", selected());
        say("select all", selectedAll());
        PaintedEvents.OUT.println("meanwhile " + stalls.longest());
        say("mark a file", marked());
        PaintedEvents.OUT.println("meanwhile " + stalls.longest());
        double many = markedMany();
        PaintedEvents.OUT.printf(
                Locale.ROOT,
                "tag %d selected files: %.1f s, meanwhile %s%n",
                MANY,
                many / TimeUnit.SECONDS.toMillis(1),
                stalls.longest());
    }

    /** All files below a folder. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void say(String what, List<Double> ms) {
        PaintedEvents.OUT.println(
                what
                        + ": "
                        + PaintedEvents.words(
                                ms.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** Until the list was filtered or sorted anew and is painted. */
    private double settle(Runnable act) throws Exception {
        int before = PaintedEvents.on(() -> told);
        return PaintedEvents.settle(act, () -> told > before);
    }

    private List<Double> filtered() throws Exception {
        List<Double> ms = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            for (String name : new String[] {"done", "to-review", "tagged", "all"}) {
                AbstractButton button =
                        PaintedEvents.find("files-filter-" + name, JToggleButton.class);
                ms.add(settle(() -> button.doClick(0)));
            }
        }
        return ms;
    }

    /** Types a number that one file has in its name, and takes it away again. */
    private List<Double> searched() throws Exception {
        List<Double> ms = new ArrayList<>();
        JTextField field = PaintedEvents.find("files-search", JTextField.class);
        String words = "image 012345";
        for (int i = 0; i < ROUNDS; i++) {
            for (int n = 1; n <= words.length(); n++) {
                String letter = words.substring(n - 1, n);
                ms.add(
                        settle(
                                () -> {
                                    field.setCaretPosition(field.getText().length());
                                    field.replaceSelection(letter);
                                }));
            }
            ms.add(settle(() -> field.setText("")));
        }
        return ms;
    }

    private List<Double> sorted() throws Exception {
        List<Double> ms = new ArrayList<>();
        JButton button = PaintedEvents.find("files-sort", JButton.class);
        for (int i = 0; i < ROUNDS; i++) {
            for (int choice = 3; choice >= 0; choice--) {
                PaintedEvents.settle(() -> button.doClick(0), () -> !items().isEmpty());
                JMenuItem item = PaintedEvents.on(this::items).get(choice);
                ms.add(
                        settle(
                                () -> {
                                    MenuSelectionManager.defaultManager().clearSelectedPath();
                                    item.doClick(0);
                                }));
            }
        }
        return ms;
    }

    /** What the menu offers that is on screen. */
    private List<JMenuItem> items() {
        List<JMenuItem> items = new ArrayList<>();
        for (MenuElement open : MenuSelectionManager.defaultManager().getSelectedPath()) {
            if (open instanceof JPopupMenu menu) {
                for (MenuElement item : menu.getSubElements()) {
                    items.add((JMenuItem) item);
                }
            }
        }
        return items;
    }

    private List<Double> scrolled() throws Exception {
        List<Double> ms = new ArrayList<>();
        JList<?> list = PaintedEvents.find("files-list", JList.class);
        JScrollBar bar =
                ((JScrollPane) SwingUtilities.getAncestorOfClass(JScrollPane.class, list))
                        .getVerticalScrollBar();
        for (int i = 0; i < ROUNDS; i++) {
            for (int place = 1; place <= PLACES; place++) {
                int y = (int) ((long) bar.getMaximum() * (place * 7 % PLACES) / PLACES);
                Callable<Boolean> there = () -> list.getVisibleRect().y == y;
                ms.add(PaintedEvents.settle(() -> bar.setValue(y), there));
            }
        }
        return ms;
    }

    private JList<?> list() {
        return PaintedEvents.find("files-list", JList.class);
    }

    /** Arrow keys, as it were: another line is chosen, and its file is the current one. */
    private List<Double> selected() throws Exception {
        List<Double> ms = new ArrayList<>();
        JList<?> list = list();
        for (int i = 0; i < ROUNDS * PLACES; i++) {
            int row = i * 7;
            ms.add(
                    PaintedEvents.settle(
                            () -> {
                                list.setSelectedIndex(row);
                                list.ensureIndexIsVisible(row);
                            },
                            () -> list.isSelectedIndex(row)));
            PaintedEvents.await(() -> session.open().isPresent());
        }
        return ms;
    }

    private List<Double> selectedAll() throws Exception {
        List<Double> ms = new ArrayList<>();
        JList<?> list = list();
        for (int i = 0; i < ROUNDS; i++) {
            int last = session.files().size() - 1;
            ms.add(
                    PaintedEvents.settle(
                            () -> list.setSelectionInterval(0, last),
                            () -> list.isSelectedIndex(last)));
            ms.add(
                    PaintedEvents.settle(
                            () -> list.setSelectedIndex(0), () -> !list.isSelectedIndex(last)));
        }
        return ms;
    }

    /** The file on screen is tagged and put back, until its line says so. */
    private List<Double> marked() throws Exception {
        List<Double> ms = new ArrayList<>();
        PaintedEvents.await(() -> session.open().isPresent());
        for (int i = 0; i < ROUNDS * PLACES; i++) {
            FileState wanted = i % 2 == 0 ? FileState.TAGGED : FileState.TO_REVIEW;
            ms.add(
                    PaintedEvents.settle(
                            () -> session.editor().mark("mark", wanted, ""),
                            () -> session.files().get(session.current()).state() == wanted));
        }
        PaintedEvents.await(() -> session.editor().isSaved());
        return ms;
    }

    /** Many files at once, from asking for it until all lines say so and all is saved. */
    private double markedMany() throws Exception {
        List<ReviewFile> wanted =
                PaintedEvents.on(
                        () ->
                                session.files().all().stream()
                                        .filter(f -> f.state() == FileState.TO_REVIEW)
                                        .limit(MANY)
                                        .toList());
        int before = PaintedEvents.on(() -> session.files().count(FileState.TAGGED));
        return PaintedEvents.settle(
                () -> new ManyMarks(session).mark("tag", wanted, FileState.TAGGED, Sitting.SILENT),
                () ->
                        session.files().count(FileState.TAGGED) == before + MANY
                                && session.editor().isSaved());
    }

    /** A third of the files is done, some are tagged. */
    private static void mark(List<Path> files) throws IOException {
        List<Edit> marks = new ArrayList<>();
        for (int i = 0; i < files.size(); i += 3) {
            boolean tagged = i % 10 == 0;
            FileMark mark =
                    new FileMark(
                            tagged,
                            tagged ? "look again" : "",
                            "OT",
                            "[]",
                            "NoModel",
                            "NoBIA",
                            40,
                            50,
                            "2026-01-01 00:00:00",
                            "anyone");
            marks.add(new Edit.Mark(ReviewFile.of(files.get(i)).name(), null, mark));
        }
        Path database = Workbench.find().settings().database();
        try (RegionStore store = RegionStore.open(database, RegionStore.Mode.WRITE)) {
            store.apply(marks);
        }
    }
}
