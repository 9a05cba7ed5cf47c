package org.pixelanon.workbench;

import java.awt.BorderLayout;
import java.awt.Dimension;
import org.openide.awt.UndoRedo;
import org.openide.windows.TopComponent;
import org.pixelanon.review.ReviewSession;

/**
 * The frame of a view over the session: its name, what the pointer is told over it, and the
 * session's undo. Made by the platform, it asks the platform for the workbench once and hands on
 * what its parts need.
 */
public abstract class SessionView extends TopComponent {

    /** Pixels that a view can be made as small as. */
    private static final int LEAST = 60;

    private final transient Workbench workbench = Workbench.find();

    /**
     * Makes an empty frame.
     *
     * @param name what stands on its tab
     * @param hint what the pointer is told over the tab
     */
    protected SessionView(String name, String hint) {
        setName(name);
        setToolTipText(hint);
        setLayout(new BorderLayout());
        // the views share the window: one that asks for much would push others over its edge
        setMinimumSize(new Dimension(LEAST, LEAST));
    }

    /**
     * What all views share.
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
