package org.pixelanon.workbench.options;

import org.netbeans.spi.options.OptionsPanelController;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.workbench.Workbench;

/** The options of a search: what reads text, and what judges it. */
@OptionsPanelController.TopLevelRegistration(
        id = "Engines",
        categoryName = "#OPT_Engines",
        iconBase = "org/pixelanon/workbench/engines.png",
        keywords = "#OPT_EnginesKeywords",
        keywordsCategory = "Engines",
        position = 20)
@Messages({
    "OPT_Engines=Text",
    "OPT_EnginesKeywords=text OCR recogniser detector tesseract tags patterns extension"
})
public final class EnginesController extends PanelController {

    @Override
    Panel make(Runnable onChange) {
        return new EnginesPanel(Workbench.find(), onChange);
    }
}
