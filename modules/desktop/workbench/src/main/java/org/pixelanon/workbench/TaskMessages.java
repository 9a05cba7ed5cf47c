package org.pixelanon.workbench;

import java.awt.EventQueue;
import org.openide.awt.StatusDisplayer;
import org.openide.util.Lookup;

/** Where background tasks tell their results: the status line and the view Messages. */
final class TaskMessages {

    private TaskMessages() {}

    /** Told in the status line and kept in the view. Any thread. */
    static void status(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
        line(text);
    }

    /** Kept in the view. Any thread. */
    static void line(String text) {
        EventQueue.invokeLater(() -> Lookup.getDefault().lookup(MessageLines.class).add(text));
    }
}
