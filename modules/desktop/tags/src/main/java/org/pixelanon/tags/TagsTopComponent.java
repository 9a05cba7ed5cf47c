package org.pixelanon.tags;

import java.awt.BorderLayout;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.SessionListener;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.workbench.SessionView;

/** The view <em>DICOM tags</em>. */
@TopComponent.Description(
        preferredID = "TagsTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "tags", openAtStartup = true, position = 100)
@ActionID(category = "Window", id = "org.pixelanon.tags.TagsTopComponent")
@ActionReferences({
    @ActionReference(path = "Menu/Window", position = 140),
    @ActionReference(path = "Shortcuts", name = "I")
})
@TopComponent.OpenActionRegistration(displayName = "#CTL_Tags", preferredID = "TagsTopComponent")
@Messages({
    "CTL_Tags=DICOM &tags",
    "TITLE_Tags=DICOM tags",
    "HINT_Tags=All elements of the file on screen",
    "MSG_NoFile=<html><center>Open a file to see its DICOM elements here.<br>"
            + "Those whose value was read in the pixels come first.</center>",
    "MSG_Reading=Reading…",
    "# {0} - why",
    "MSG_Failed=<html><center>Cannot show the elements: {0}</center>"
})
public final class TagsTopComponent extends SessionView implements SessionListener {

    private final TagsPanel panel = new TagsPanel();

    /** The file whose elements are shown or read; null for none. */
    private transient @Nullable OpenFile shown;

    private transient TagTree tree = TagTree.EMPTY;
    private transient Set<String> texts = Set.of();

    /** Creates the view; it shows nothing until it is opened. */
    public TagsTopComponent() {
        super(Bundle.TITLE_Tags(), Bundle.HINT_Tags());
        add(panel, BorderLayout.CENTER);
    }

    @Override
    protected void componentOpened() {
        session().addListener(this);
        showFile();
    }

    @Override
    protected void componentClosed() {
        session().removeListener(this);
        shown = null;
        tree = TagTree.EMPTY;
        panel.setMessage(Bundle.MSG_NoFile());
    }

    @Override
    protected void componentActivated() {
        panel.focus();
    }

    @Override
    public void changed(Set<Aspect> what) {
        if (what.contains(Aspect.FILE)) {
            showFile();
        } else if (what.contains(Aspect.ITEMS)) {
            showSeen();
        }
    }

    private void showFile() {
        OpenFile file = session().open().orElse(null);
        if (file != null && file == shown) {
            return;
        }
        shown = file;
        tree = TagTree.EMPTY;
        texts = Set.of();
        if (file == null) {
            panel.setMessage(session().current() < 0 ? Bundle.MSG_NoFile() : Bundle.MSG_Reading());
            return;
        }
        session()
                .workers()
                .answer(session().workers().files(), () -> read(file))
                .whenComplete(
                        (read, problem) -> {
                            if (problem == null) {
                                arrived(file, read);
                            } else {
                                failed(file);
                            }
                        });
    }

    /** The session closes a file without pixels, or with damaged ones, although it has tags. */
    private static TagTree read(OpenFile file) throws IOException {
        Optional<DicomFile> open = file.dicom();
        if (open.isPresent()) {
            return TagTree.read(open.get());
        }
        try (DicomFile own = DicomFile.open(file.file().path())) {
            return TagTree.read(own);
        }
    }

    private void arrived(OpenFile file, TagTree read) {
        if (file == shown) {
            tree = read;
            panel.setTree(read);
            texts = Set.of(); // earlier texts were compared with no elements
            showSeen();
        }
    }

    private void failed(OpenFile file) {
        if (file == shown) {
            String why = file.failure().isEmpty() ? "cannot be read" : file.failure();
            String plain = why.replace("&", "&amp;").replace("<", "&lt;");
            panel.setMessage(Bundle.MSG_Failed(plain));
        }
    }

    /**
     * Compares the texts read from pixels with the elements, on a worker since both may be many.
     */
    private void showSeen() {
        OpenFile file = shown;
        TagTree among = tree;
        if (file == null) {
            return;
        }
        Set<String> now =
                file.items().stream()
                        .map(ReviewItem::text)
                        .filter(t -> !t.isBlank())
                        .collect(Collectors.toUnmodifiableSet());
        if (now.equals(texts)) {
            return;
        }
        texts = now;
        Executor ui = session().workers().ui();
        session()
                .workers()
                .files()
                .execute(
                        () -> {
                            SeenText seen = new SeenText(List.copyOf(now));
                            Set<String> paths =
                                    among.elements(seen::isSeen).stream()
                                            .map(TagNode::path)
                                            .collect(Collectors.toUnmodifiableSet());
                            ui.execute(() -> compared(among, now, paths));
                        });
    }

    private void compared(TagTree among, Set<String> with, Set<String> paths) {
        if (among == tree && with.equals(texts)) {
            panel.setSeen(paths);
        }
    }
}
