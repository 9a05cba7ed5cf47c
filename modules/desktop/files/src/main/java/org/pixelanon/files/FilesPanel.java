package org.pixelanon.files;

import java.awt.BorderLayout;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.FileList;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.SessionListener;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.workbench.PanelView;

/** The view <em>Files</em>: progress on top, filter and search, the list. */
final class FilesPanel extends JPanel implements SessionListener, PanelView.Panel {

    private final transient ReviewSession session;
    private final transient ReviewPace pace = new ReviewPace();
    private final transient FileRows rows;
    private final ProgressLine progress = new ProgressLine();
    private final FileFilterBar filterBar;
    private final FileListView list;

    /**
     * Builds the view.
     *
     * @param session what it shows
     * @param clock nanoseconds as in {@link System#nanoTime()}
     */
    FilesPanel(ReviewSession session, LongSupplier clock, FileTasks tasks) {
        super(new BorderLayout());
        this.session = session;
        rows = new FileRows(session);
        filterBar = new FileFilterBar(session);
        list = new FileListView(session, rows, new FileMenu(session, tasks));
        JPanel top = new JPanel(new BorderLayout());
        top.add(progress, BorderLayout.NORTH);
        top.add(filterBar, BorderLayout.SOUTH);
        add(top, BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(list);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
        leaveSearchBy(KeyEvent.VK_ENTER, false);
        leaveSearchBy(KeyEvent.VK_DOWN, false);
        leaveSearchBy(KeyEvent.VK_ESCAPE, true);
        // pace and order belong to the sitting, whether the view is open or not
        session.files().addListener(new Sitting(clock));
    }

    /** Updates the pace when files become done, and keeps the order when others are opened. */
    private final class Sitting implements FileList.Listener {

        private final LongSupplier clock;

        Sitting(LongSupplier clock) {
            this.clock = clock;
        }

        @Override
        public void replaced() {
            filterBar.listReplaced();
        }

        @Override
        public void changed(int index, ReviewFile before) {
            boolean done = session.files().get(index).state() == FileState.DONE;
            if (done && before.state() != FileState.DONE) {
                pace.marked(clock.getAsLong());
            }
        }
    }

    private void leaveSearchBy(int key, boolean clear) {
        JComponent search = filterBar.search();
        search.getInputMap().put(KeyStroke.getKeyStroke(key, 0), "leave" + key);
        search.getActionMap()
                .put(
                        "leave" + key,
                        new AbstractAction() {
                            @Override
                            public void actionPerformed(ActionEvent event) {
                                if (clear) {
                                    filterBar.search().setText("");
                                }
                                list.requestFocusInWindow();
                            }
                        });
    }

    @Override
    public JComponent component() {
        return this;
    }

    @Override
    public JComponent keys() {
        return list;
    }

    @Override
    public void open() {
        session.files().addListener(rows);
        session.addListener(this);
        changed(Set.of(Aspect.values()));
    }

    @Override
    public void close() {
        session.removeListener(this);
        session.files().removeListener(rows);
    }

    /** The list, which has the focus when the view has it. */
    FileListView fileList() {
        return list;
    }

    @Override
    public void changed(Set<Aspect> what) {
        if (what.contains(Aspect.FILES)) {
            filterBar.followFilter();
            rows.rebuild();
            list.forgetSelection();
            list.followCurrent();
        } else if (what.contains(Aspect.FILE)) {
            rows.followCurrent();
            list.followCurrent();
        }
        if (what.contains(Aspect.FILES) || what.contains(Aspect.LINES)) {
            progress.refresh(session.files(), pace);
            filterBar.refreshCounts();
        }
    }
}
