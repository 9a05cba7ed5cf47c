package org.pixelanon.groups;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.Failures;
import org.pixelanon.review.FileList;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.SessionListener;
import org.pixelanon.review.group.FileGroup;
import org.pixelanon.review.group.GroupComparison;
import org.pixelanon.review.group.GroupPicture;
import org.pixelanon.review.group.GroupReview;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.workbench.LongTask;
import org.pixelanon.workbench.PanelView;

/**
 * The steps of a group review: choose a group, look at its picture, draw, apply, check, mark the
 * rest done. One long task runs at a time; starting another stops it.
 */
@Messages({
    "EDIT_Apply=Apply rectangles to group",
    "EDIT_Finish=Mark group done",
    "MSG_NoFiles=Open files to group them by device.",
    "MSG_Grouping=Grouping files\u2026",
    "MSG_Choose=Choose a group to see all its files in one image.",
    "MSG_Drawing=Drawing all frames of the group\u2026",
    "MSG_Stopped=Stopped.",
    "# {0} - why",
    "MSG_Problem=Failed: {0}",
    "# {0} - number of files",
    "MSG_Outside={0,choice,1#1 file is|1<{0} files are} in no group: unreadable or without frames",
    "# {0} - number of files",
    "# {1} - number of frames",
    "# {2} - number of texts",
    "MSG_Drawn={0} files, {1} frames, {2} known texts. Drag on the image to draw a rectangle.",
    "# {0} - number of files",
    "MSG_Applied=Applied to {0} files (undo: Shift+Z). Next: check the members.",
    "MSG_Checking=Checking the members\u2026",
    "# {0} - number of files",
    "MSG_AllAgree=All {0} agree and can be marked done.",
    "# {0} - number of files that agree",
    "# {1} - number of files to look at",
    "MSG_Checked={0} agree, {1} to check. Enter opens a file.",
    "# {0} - number of files marked done",
    "# {1} - number of files left",
    "MSG_Finished={0} marked done by group, {1} left to check (undo: Shift+Z)."
})
final class GroupsPanel extends JPanel
        implements SessionListener, FileList.Listener, PanelView.Panel {

    private static final int RECOUNT_MS = 200;

    private final transient ReviewSession session;
    private final transient GroupReview review;
    private final transient GroupTableModel model = new GroupTableModel();
    private final transient Map<FileGroup, GroupWork> works = new HashMap<>();
    private final Timer recount;
    private final GroupsLayout view;
    private transient @Nullable GroupWork work;
    private final transient LongTask task;

    GroupsPanel(ReviewSession session, GroupReview review) {
        this.session = session;
        this.review = review;
        view = new GroupsLayout(this, model, this::drawn, this::openFile);
        task = new LongTask(view.progress, view.cancel, session.workers().ui());
        recount = new Timer(RECOUNT_MS, event -> model.recount(session.files()));
        recount.setRepeats(false);
        view.cancel.addActionListener(event -> task.stop());
        view.apply.addActionListener(event -> apply());
        view.check.addActionListener(event -> check());
        view.finish.addActionListener(event -> finish());
        view.onFace(this::showWork);
        view.table
                .getSelectionModel()
                .addListSelectionListener(
                        event -> {
                            if (!event.getValueIsAdjusting()) {
                                choose();
                            }
                        });
        showWork();
    }

    @Override
    public JComponent component() {
        return this;
    }

    @Override
    public JComponent keys() {
        return view.table;
    }

    @Override
    public void open() {
        session.addListener(this);
        session.files().addListener(this);
        replaced();
    }

    @Override
    public void close() {
        session.removeListener(this);
        session.files().removeListener(this);
        task.stop();
    }

    @Override
    public void changed(Set<Aspect> what) {
        if (what.contains(Aspect.LINES) && !recount.isRunning()) {
            recount.start();
        }
    }

    @Override
    public void changed(int index, ReviewFile before) {
        // the session also reports it, once for all lines
    }

    /** Groups a new list of files. */
    @Override
    public void replaced() {
        if (session.files().size() == 0) {
            grouped(List.of());
            return;
        }
        view.status.setText(Bundle.MSG_Grouping());
        task.follow(review::group, this::grouped, this::failed);
    }

    private void grouped(List<FileGroup> groups) {
        works.keySet().retainAll(groups);
        model.setGroups(groups, session.files());
        work = null;
        int inGroups = groups.stream().mapToInt(g -> g.members().size()).sum();
        int outside = session.files().size() - inGroups;
        view.status.setText(outside == 0 ? " " : Bundle.MSG_Outside(outside));
        showWork();
    }

    /** Keeps one picture at a time, since it may be large. */
    private void choose() {
        int row = view.table.getSelectedRow();
        FileGroup chosen = row < 0 ? null : model.group(row);
        if (work != null && !work.group().equals(chosen)) {
            work.forgetPicture();
        }
        if (chosen == null) {
            work = null;
        } else if (work == null || !work.group().equals(chosen)) {
            GroupWork now = works.computeIfAbsent(chosen, GroupWork::new);
            work = now;
            view.status.setText(Bundle.MSG_Drawing());
            task.follow(
                    progress -> review.compose(chosen, progress),
                    picture -> composed(now, picture),
                    this::failed);
        }
        showWork();
    }

    private void composed(GroupWork of, GroupPicture picture) {
        if (of == work) {
            of.setPicture(picture);
            view.status.setText(
                    Bundle.MSG_Drawn(
                            of.group().members().size() - picture.unreadable().size(),
                            picture.composite().planes(),
                            picture.heat().texts()));
            showWork();
        }
    }

    private void drawn(List<PixelRectangle> rectangles) {
        if (work != null) {
            work.setRectangles(rectangles);
            showWork();
        }
    }

    private void apply() {
        GroupWork of = work;
        if (of != null && !of.rectangles().isEmpty()) {
            take(
                    review.apply(Bundle.EDIT_Apply(), of.group(), of.rectangles(), view.scope()),
                    files -> {
                        of.setComparison(null);
                        view.status.setText(Bundle.MSG_Applied(files));
                        showWork();
                    });
        }
    }

    private void check() {
        GroupWork of = work;
        if (of != null && of.picture().isPresent()) {
            List<PixelRectangle> rectangles = of.rectangles();
            view.status.setText(Bundle.MSG_Checking());
            GroupPicture picture = of.picture().get();
            task.follow(
                    progress -> review.check(picture, rectangles, view.scope(), progress),
                    comparison -> checked(of, rectangles, comparison),
                    this::failed);
        }
    }

    private void checked(GroupWork of, List<PixelRectangle> with, GroupComparison comparison) {
        if (of.rectangles().equals(with)) {
            of.setComparison(comparison);
            of.picture().ifPresent(p -> take(review.reheat(p), warmer -> reheated(of, warmer)));
            int agreed = comparison.agreed().size();
            int odd = comparison.doubts().size();
            view.status.setText(
                    odd == 0 ? Bundle.MSG_AllAgree(agreed) : Bundle.MSG_Checked(agreed, odd));
            showWork();
        }
    }

    private void reheated(GroupWork of, GroupPicture warmer) {
        if (of == work && of.picture().isPresent()) {
            of.setHeat(warmer);
            showWork();
        }
    }

    private void finish() {
        GroupWork of = work;
        Optional<GroupComparison> comparison = of == null ? Optional.empty() : of.comparison();
        if (of != null && comparison.isPresent()) {
            String day = LocalDate.now(java.time.ZoneId.systemDefault()).toString();
            take(
                    review.finish(Bundle.EDIT_Finish(), comparison.get(), day),
                    done -> {
                        of.setComparison(done);
                        view.status.setText(
                                Bundle.MSG_Finished(done.agreed().size(), done.doubts().size()));
                        showWork();
                    });
        }
    }

    private void openFile(String name) {
        session.files().indexOf(name).ifPresent(session::show);
    }

    /** Handles the result of a short task, which may run beside a long one. */
    private <T> void take(CompletableFuture<T> answer, Consumer<T> then) {
        answer.whenComplete(
                (done, problem) -> {
                    if (problem == null) {
                        then.accept(done);
                    } else {
                        failed(problem);
                    }
                });
    }

    private void failed(Throwable problem) {
        view.status.setText(
                Failures.isStopped(problem)
                        ? Bundle.MSG_Stopped()
                        : Bundle.MSG_Problem(Failures.why(problem)));
        showWork();
    }

    private void showWork() {
        GroupWork of = work;
        view.show(of);
        if (of == null) {
            view.canvas.say(
                    session.files().size() == 0 ? Bundle.MSG_NoFiles() : Bundle.MSG_Choose());
        } else if (of.picture().isEmpty()) {
            view.canvas.say(!task.isRunning() ? Bundle.MSG_Stopped() : Bundle.MSG_Drawing());
        } else {
            face(of, of.picture().get(), view.face());
        }
    }

    private void face(GroupWork of, GroupPicture picture, GroupWork.Face face) {
        java.awt.image.BufferedImage kept = of.face(face);
        if (kept != null) {
            view.canvas.show(kept, of.rectangles());
            return;
        }
        CompletableFuture.supplyAsync(() -> face.draw(picture), session.workers().files())
                .thenAcceptAsync(
                        image -> {
                            if (of == work && of.picture().filter(p -> p == picture).isPresent()) {
                                of.setFace(face, image);
                                showWork();
                            }
                        },
                        session.workers().ui());
    }
}
