package org.pixelanon.workbench.results;

import org.openide.util.Lookup;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;

/** Shows the view <em>Results</em> when something failed, without taking the focus. */
public final class ResultsWindow implements TaskResults.Listener {

    private static final String ID = "ResultsTopComponent";

    private ResultsWindow() {}

    /** Starts following the results of the application; on the event thread. */
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
