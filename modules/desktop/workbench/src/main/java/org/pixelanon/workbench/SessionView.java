package org.pixelanon.workbench;

import java.awt.BorderLayout;
import java.awt.Dimension;
import org.openide.awt.UndoRedo;
import org.openide.windows.TopComponent;
import org.pixelanon.review.ReviewSession;

/**
 * A view of the session: its name, tooltip and the session's undo. It is created by the platform,
 * looks up the workbench once and passes on what its parts need.
 */
public abstract class SessionView extends TopComponent {

    /** Pixels that a view can be made as small as. */
    private static final int LEAST = 60;

    private final transient Workbench workbench = Workbench.find();

    /**
     * Creates an empty view.
     *
     * @param name the title of its tab
     * @param hint the tooltip of its tab
     */
    protected SessionView(String name, String hint) {
        setName(name);
        setToolTipText(hint);
        setLayout(new BorderLayout());
        // the views share the window: one that asks for much would push others over its edge
        setMinimumSize(new Dimension(LEAST, LEAST));
    }

    /**
     * The workbench shared by all views.
     *
     * @return always the same
     */
    protected final Workbench workbench() {
        return workbench;
    }

    /**
     * The session on screen.
     *
     * @return always the same; its files change
     */
    protected final ReviewSession session() {
        return workbench.session();
    }

    @Override
    public final UndoRedo getUndoRedo() {
        return workbench.undo();
    }
}
