package org.pixelanon.files;

import java.awt.Desktop;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;

/** What can be done with the selected files. Used on the session's thread. */
@Messages({
    "# {0} - number of files",
    "MENU_Search=Search {0} for text",
    "# {0} - number of files",
    "MENU_Done=Mark {0} done",
    "# {0} - number of files",
    "MENU_Reopen=Put {0} back to review",
    "# {0} - number of files",
    "MENU_Tag=Tag {0}",
    "# {0} - number of files",
    "MENU_Untag=Untag {0}",
    "# {0} - number of files",
    "MENU_Export=Redact {0}",
    "MENU_Reveal=Show in the file manager",
    "MENU_Copy=Copy path",
    "# {0} - number of files",
    "MENU_Remove=Remove {0} from the list",
    "MENU_Group=Open in Groups",
    "WORD_ThisFile=this file",
    "# {0} - number of files",
    "WORD_Files={0} files",
    "EDIT_MarkMany=Mark files done",
    "EDIT_ReopenMany=Put files back to review",
    "EDIT_TagMany=Tag files",
    "EDIT_UntagMany=Untag files",
    "# {0} - folder",
    "# {1} - why",
    "MSG_NoManager=Cannot open the folder {0}: {1}",
    "MSG_NoDesktop=no file manager found",
    "# {0} - number of files",
    "MSG_Removed={0} removed from the list; files and database are unchanged"
})
final class FileMenu {

    private final ReviewSession session;
    private final FileTasks tasks;

    FileMenu(ReviewSession session, FileTasks tasks) {
        this.session = session;
        this.tasks = tasks;
    }

    /** The menu for some files; what cannot be done with any of them is grey. */
    JPopupMenu of(List<ReviewFile> files) {
        List<ReviewFile> done = in(files, FileState.DONE);
        List<ReviewFile> open = in(files, FileState.TO_REVIEW);
        List<ReviewFile> tagged = in(files, FileState.TAGGED);
        List<ReviewFile> undone = files.stream().filter(FileMenu::isUndone).toList();
        JPopupMenu menu = new JPopupMenu();
        add(menu, "search", Bundle.MENU_Search(words(undone)), undone, tasks.search()::accept);
        menu.addSeparator();
        add(menu, "done", Bundle.MENU_Done(words(undone)), undone, mark(true, FileState.DONE));
        add(menu, "reopen", Bundle.MENU_Reopen(words(done)), done, mark(true, FileState.TO_REVIEW));
        add(menu, "tag", Bundle.MENU_Tag(words(open)), open, mark(true, FileState.TAGGED));
        add(
                menu,
                "untag",
                Bundle.MENU_Untag(words(tagged)),
                tagged,
                mark(false, FileState.TO_REVIEW));
        menu.addSeparator();
        add(menu, "export", Bundle.MENU_Export(words(done)), done, tasks.export()::accept);
        menu.addSeparator();
        List<ReviewFile> one = files.size() == 1 ? files : List.of();
        add(menu, "reveal", Bundle.MENU_Reveal(), one, f -> reveal(f.get(0).path()));
        add(menu, "copy", Bundle.MENU_Copy(), files, FileMenu::copyPaths);
        add(menu, "group", Bundle.MENU_Group(), one, this::group);
        menu.addSeparator();
        add(menu, "remove", Bundle.MENU_Remove(words(files)), files, this::remove);
        return menu;
    }

    /** Something that is done with files. */
    private interface Task {
        void with(List<ReviewFile> files);
    }

    private static void add(
            JPopupMenu menu, String name, String words, List<ReviewFile> files, Task task) {
        JMenuItem item = new JMenuItem(words);
        item.setName("files-menu-" + name);
        item.setEnabled(!files.isEmpty());
        item.addActionListener(event -> task.with(files));
        menu.add(item);
    }

    private static List<ReviewFile> in(List<ReviewFile> files, FileState state) {
        return files.stream().filter(f -> f.state() == state).toList();
    }

    private static boolean isUndone(ReviewFile file) {
        return file.state() != FileState.DONE && file.state() != FileState.FAILED;
    }

    private static String words(List<ReviewFile> files) {
        return files.size() == 1 ? Bundle.WORD_ThisFile() : Bundle.WORD_Files(files.size());
    }

    private Task mark(boolean set, FileState state) {
        String name =
                switch (state) {
                    case DONE -> Bundle.EDIT_MarkMany();
                    case TAGGED -> Bundle.EDIT_TagMany();
                    default -> set ? Bundle.EDIT_ReopenMany() : Bundle.EDIT_UntagMany();
                };
        return files -> tasks.mark().mark(name, files, state);
    }

    private static void copyPaths(List<ReviewFile> files) {
        String paths = files.stream().map(ReviewFile::name).collect(Collectors.joining("\n"));
        Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(paths), null);
    }

    private void group(List<ReviewFile> files) {
        session.files().indexOf(files.get(0).name()).ifPresent(session::show);
        tasks.group().run();
    }

    /** Managers are slow to answer: they are asked on a worker. */
    private void reveal(Path file) {
        session.workers().files().execute(() -> ask(file));
    }

    private void ask(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String why = "";
        try {
            if (!Desktop.isDesktopSupported() || folder == null) {
                why = Bundle.MSG_NoDesktop();
            } else if (Desktop.getDesktop().isSupported(Desktop.Action.BROWSE_FILE_DIR)) {
                Desktop.getDesktop().browseFileDirectory(file.toFile());
            } else {
                Desktop.getDesktop().open(folder.toFile());
            }
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            why = Bundle.MSG_NoDesktop();
        }
        if (!why.isEmpty()) {
            String told = Bundle.MSG_NoManager(String.valueOf(folder), why);
            session.workers().ui().execute(() -> tasks.say().accept(told));
        }
    }

    private void remove(List<ReviewFile> files) {
        Set<String> gone = files.stream().map(ReviewFile::name).collect(Collectors.toSet());
        List<ReviewFile> all = session.files().all();
        int before = 0;
        for (int i = 0; i < session.current(); i++) {
            before += gone.contains(all.get(i).name()) ? 0 : 1;
        }
        List<Path> left =
                all.stream().filter(f -> !gone.contains(f.name())).map(ReviewFile::path).toList();
        session.setFiles(left, before, 0)
                .thenRunAsync(
                        () -> tasks.say().accept(Bundle.MSG_Removed(words(files))),
                        session.workers().ui());
    }
}
