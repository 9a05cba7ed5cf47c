package org.pixelanon.workbench.results;

import org.openide.util.Lookup;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;

/** Brings the view <em>Results</em> on screen when something failed, without taking the keys. */
public final class ResultsWindow implements TaskResults.Listener {

    private static final String ID = "ResultsTopComponent";

    private ResultsWindow() {}

    /** Follows the results of the application from now on; on the event thread. */
    public static void follow() {
        Lookup.getDefault().lookup(TaskResults.class).addListener(new ResultsWindow());
    }

    @Override
    public void changed(boolean problems) {
        if (problems) {
            TopComponent view = WindowManager.getDefault().findTopComponent(ID);
            if (view != null) {
                view.open();
                view.requestVisible();
            }
        }
    }
}
