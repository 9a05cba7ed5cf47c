package org.pixelanon.workbench;

import java.awt.EventQueue;
import org.openide.awt.StatusDisplayer;
import org.openide.util.Lookup;

/** Shows messages of background tasks in the status line and the view Messages. */
final class TaskMessages {

    private TaskMessages() {}

    /** Shows a message in the status line and the view. Any thread. */
    static void status(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
        line(text);
    }

    /** Shows a message in the view. Any thread. */
    static void line(String text) {
        EventQueue.invokeLater(() -> Lookup.getDefault().lookup(MessageLines.class).add(text));
    }
}
