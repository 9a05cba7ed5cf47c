package org.pixelanon.workbench;

import java.awt.BorderLayout;
import java.util.function.Function;
import javax.swing.JComponent;

/** The frame of a view that is one panel, which follows the session while the view is open. */
public abstract class PanelView extends SessionView {

    /** What fills the view. Used on the event thread. */
    public interface Panel {

        /**
         * What is on screen.
         *
         * @return always the same
         */
        JComponent component();

        /** Follows the session from now on. */
        void open();

        /** No longer follows the session. */
        void close();

        /**
         * What has the keys when the view is turned to.
         *
         * @return a part of the component
         */
        JComponent keys();
    }

    private final transient Panel panel;

    /**
     * Makes a frame with its panel.
     *
     * @param name what stands on its tab
     * @param hint what the pointer is told over the tab
     * @param made makes the panel of what all views share
     */
    protected PanelView(String name, String hint, Function<Workbench, ? extends Panel> made) {
        super(name, hint);
        this.panel = made.apply(workbench());
        add(panel.component(), BorderLayout.CENTER);
    }

    @Override
    protected void componentOpened() {
        panel.open();
    }

    @Override
    protected void componentClosed() {
        panel.close();
    }

    @Override
    protected void componentActivated() {
        panel.keys().requestFocusInWindow();
    }

    /**
     * The panel, for the actions of its view.
     *
     * @param type what it is
     * @param <T> what it is
     * @return the panel this view was made with
     */
    protected <T extends Panel> T panel(Class<T> type) {
        return type.cast(panel);
    }
}
