package org.pixelanon.workbench.options;

import org.netbeans.spi.options.OptionsPanelController;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.workbench.Workbench;

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
public final class OptionsController extends PanelController {

    @Override
    Panel make(Runnable onChange) {
        return new OptionsPanel(Workbench.find(), onChange);
    }
}
