package org.pixelanon.workbench.options;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.netbeans.spi.options.OptionsPanelController;
import org.openide.util.HelpCtx;
import org.openide.util.Lookup;

/** Connects a panel of options to the platform's dialog. The panel is created when it is shown. */
abstract class PanelController extends OptionsPanelController {

    /** The panel. Used on the event thread. */
    interface Panel {

        /** Its component. */
        JComponent component();

        /** Shows the current settings. */
        void load();

        /** Stores the shown settings. */
        void store();

        /** Returns whether something was changed since it was shown. */
        boolean isChanged();
    }

    private final PropertyChangeSupport changes = new PropertyChangeSupport(this);
    private @Nullable Panel panel;

    /**
     * Makes the panel.
     *
     * @param onChange called when the user changes something
     */
    abstract Panel make(Runnable onChange);

    private Panel panel() {
        Panel known = panel;
        if (known == null) {
            known = make(() -> changes.firePropertyChange(PROP_CHANGED, null, null));
            panel = known;
        }
        return known;
    }

    @Override
    public final void update() {
        panel().load();
    }

    @Override
    public final void applyChanges() {
        panel().store();
    }

    @Override
    public final void cancel() {
        panel().load();
    }

    @Override
    public final boolean isValid() {
        return true;
    }

    @Override
    public final boolean isChanged() {
        return panel().isChanged();
    }

    @Override
    public final JComponent getComponent(Lookup lookup) {
        return panel().component();
    }

    @Override
    public final HelpCtx getHelpCtx() {
        return HelpCtx.DEFAULT_HELP;
    }

    @Override
    public final void addPropertyChangeListener(PropertyChangeListener listener) {
        changes.addPropertyChangeListener(listener);
    }

    @Override
    public final void removePropertyChangeListener(PropertyChangeListener listener) {
        changes.removePropertyChangeListener(listener);
    }
}
