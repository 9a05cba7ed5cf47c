package org.pixelanon.workbench;

import org.openide.modules.OnStop;
import org.openide.windows.OnShowing;

/** What happens when the main window appears, and when the application ends. */
final class Startup {

    private Startup() {}

    /** Prepares the window. */
    @OnShowing
    public static final class Showing implements Runnable {
        @Override
        public void run() {
            TypingKeys.install();
        }
    }

    /** Finishes what was handed to the database. */
    @OnStop
    public static final class Stopping implements Runnable {
        @Override
        public void run() {
            Workbench.find().session().close();
        }
    }
}
