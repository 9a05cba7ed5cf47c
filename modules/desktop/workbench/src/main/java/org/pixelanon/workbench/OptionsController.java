package org.pixelanon.workbench;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.netbeans.spi.options.OptionsPanelController;
import org.openide.util.HelpCtx;
import org.openide.util.Lookup;
import org.openide.util.NbBundle.Messages;

/** The options of a review: database, lists, output, policies, memory. */
@OptionsPanelController.TopLevelRegistration(
        categoryName = "#OPT_Review",
        iconBase = "org/pixelanon/workbench/options.png",
        keywords = "#OPT_Keywords",
        keywordsCategory = "Review",
        position = 10)
@Messages({
    "OPT_Review=Review",
    "OPT_Keywords=database allow-list deny-list rules output redaction cache"
})
public final class OptionsController extends OptionsPanelController {

    private final PropertyChangeSupport changes = new PropertyChangeSupport(this);
    private @Nullable OptionsPanel panel;

    private OptionsPanel panel() {
        OptionsPanel known = panel;
        if (known == null) {
            known =
                    new OptionsPanel(
                            Workbench.find().settings(),
                            () -> changes.firePropertyChange(PROP_CHANGED, null, null));
            panel = known;
        }
        return known;
    }

    @Override
    public void update() {
        panel().load();
    }

    @Override
    public void applyChanges() {
        panel().store();
    }

    @Override
    public void cancel() {
        panel().load();
    }

    @Override
    public boolean isValid() {
        return true;
    }

    @Override
    public boolean isChanged() {
        return panel().isChanged();
    }

    @Override
    public JComponent getComponent(Lookup lookup) {
        return panel();
    }

    @Override
    public HelpCtx getHelpCtx() {
        return HelpCtx.DEFAULT_HELP;
    }

    @Override
    public void addPropertyChangeListener(PropertyChangeListener listener) {
        changes.addPropertyChangeListener(listener);
    }

    @Override
    public void removePropertyChangeListener(PropertyChangeListener listener) {
        changes.removePropertyChangeListener(listener);
    }
}
