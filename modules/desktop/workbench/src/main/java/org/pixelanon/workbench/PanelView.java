package org.pixelanon.workbench;

import java.awt.BorderLayout;
import java.util.function.Function;
import javax.swing.JComponent;

/** A view with a single panel, which follows the session while the view is open. */
public abstract class PanelView extends SessionView {

    /** The content of the view. Used on the event thread. */
    public interface Panel {

        /**
         * What is on screen.
         *
         * @return always the same
         */
        JComponent component();

        /** Starts following the session. */
        void open();

        /** Stops following the session. */
        void close();

        /**
         * The component to focus when the view is activated.
         *
         * @return a part of the component
         */
        JComponent keys();
    }

    private final transient Panel panel;

    /**
     * Creates the view with its panel.
     *
     * @param name the title of its tab
     * @param hint the tooltip of its tab
     * @param made makes the panel from the workbench
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
     * The panel, for actions of its view.
     *
     * @param type its type
     * @param <T> its type
     * @return the panel
     */
    protected <T extends Panel> T panel(Class<T> type) {
        return type.cast(panel);
    }
}
