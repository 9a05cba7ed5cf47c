package org.pixelanon.workbench;

import java.awt.event.ActionListener;
import org.jspecify.annotations.Nullable;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.review.Editor;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;

/** Actions that mark files and step from file to file. */
@Messages({
    "CTL_DoneAndNext=Mark &done and next file",
    "CTL_NextFile=Ne&xt file",
    "CTL_PreviousFile=Pre&vious file",
    "CTL_TagFile=&Tag or untag file",
    "CTL_ReopenFile=Put &back to review",
    "MSG_LastFile=This is the last file",
    "MSG_FirstFile=This is the first file",
    "MSG_NoFile=No file to mark",
    "# {0} - what is open",
    "MSG_AskDone={0}: this file would be held back. Press Shift+N again to mark it done anyway",
    "EDIT_Done=Mark done",
    "EDIT_Tag=Tag",
    "EDIT_Untag=Untag",
    "EDIT_Reopen=Put back to review"
})
public final class FileActions {

    private FileActions() {}

    @ActionID(category = "Review", id = "org.pixelanon.workbench.DoneAndNext")
    @ActionRegistration(displayName = "#CTL_DoneAndNext", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 200),
        @ActionReference(path = "Shortcuts", name = "S-N")
    })
    public static ActionListener doneAndNextAction() {
        return event -> doneAndNext();
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.NextFile")
    @ActionRegistration(displayName = "#CTL_NextFile", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 210),
        @ActionReference(path = "Shortcuts", name = "ESCAPE")
    })
    public static ActionListener nextFileAction() {
        return event -> stepFile(1);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.PreviousFile")
    @ActionRegistration(displayName = "#CTL_PreviousFile", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 220),
        @ActionReference(path = "Shortcuts", name = "S-P")
    })
    public static ActionListener previousFileAction() {
        return event -> stepFile(-1);
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.TagFile")
    @ActionRegistration(displayName = "#CTL_TagFile", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 230),
        @ActionReference(path = "Shortcuts", name = "T")
    })
    public static ActionListener tagFileAction() {
        return event -> tag();
    }

    @ActionID(category = "Review", id = "org.pixelanon.workbench.ReopenFile")
    @ActionRegistration(displayName = "#CTL_ReopenFile", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/Review", position = 250),
        @ActionReference(path = "Shortcuts", name = "D-R")
    })
    public static ActionListener reopenFileAction() {
        return event -> reopen();
    }

    private static ReviewSession session() {
        return workbench().session();
    }

    private static void stepFile(int by) {
        if (!session().stepFile(by)) {
            say(by > 0 ? Bundle.MSG_LastFile() : Bundle.MSG_FirstFile());
        }
    }

    private static void doneAndNext() {
        // the next file is determined first, since marking may remove this one from the filter
        int here = session().current();
        var next = session().files().next(here, 1, session().filter());
        if (isAsked()) {
            return;
        }
        mark(Bundle.EDIT_Done(), FileState.DONE);
        if (next.isPresent()) {
            session().seek(next.getAsInt());
        } else {
            say(Bundle.MSG_LastFile());
        }
    }

    /** Before a file is marked done, its open questions are shown once. */
    private static boolean isAsked() {
        ReviewFile line = line();
        OpenQuestions open = session().screen().viewed().open();
        if (line == null || line.state() == FileState.DONE || open.isEmpty()) {
            return false;
        }
        String question = Bundle.MSG_AskDone(open.words());
        boolean ask = !workbench().secondPress().confirms(question);
        if (ask) {
            say(question);
        }
        return ask;
    }

    private static void tag() {
        ReviewFile line = line();
        if (line != null && line.state() == FileState.TAGGED) {
            mark(Bundle.EDIT_Untag(), FileState.TO_REVIEW);
        } else {
            mark(Bundle.EDIT_Tag(), FileState.TAGGED);
        }
    }

    private static void reopen() {
        mark(Bundle.EDIT_Reopen(), FileState.TO_REVIEW);
    }

    private static @Nullable ReviewFile line() {
        int current = session().current();
        return current < 0 ? null : session().files().get(current);
    }

    private static void mark(String name, FileState state) {
        ReviewFile line = line();
        Editor editor = session().editor();
        if (line == null || line.state() == FileState.FAILED) {
            say(Bundle.MSG_NoFile());
            return;
        }
        editor.mark(name, state, line.comment());
    }

    private static void say(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
    }

    private static Workbench workbench() {
        return Workbench.find();
    }
}
