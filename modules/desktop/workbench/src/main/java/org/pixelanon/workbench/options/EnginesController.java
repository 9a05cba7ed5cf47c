package org.pixelanon.workbench.options;

import java.awt.event.ActionListener;
import org.netbeans.api.options.OptionsDisplayer;
import org.netbeans.spi.options.OptionsPanelController;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.workbench.Workbench;

/** The options page of engines. */
@OptionsPanelController.TopLevelRegistration(
        id = EnginesController.ID,
        categoryName = "#OPT_Engines",
        iconBase = "org/pixelanon/workbench/engines.png",
        keywords = "#OPT_EnginesKeywords",
        keywordsCategory = "Engines",
        position = 20)
@Messages({
    "CTL_ChooseEngines=Text &engines…",
    "OPT_Engines=Text",
    "OPT_EnginesKeywords=text OCR recogniser detector tesseract tags patterns extension"
})
public final class EnginesController extends PanelController {

    static final String ID = "Engines";

    /** Opens the options dialog at this page. */
    @ActionID(category = "Review", id = "org.pixelanon.workbench.options.ChooseEngines")
    @ActionRegistration(displayName = "#CTL_ChooseEngines", lazy = true)
    @ActionReference(path = "Menu/Review", position = 430)
    public static ActionListener chooseEnginesAction() {
        return event -> OptionsDisplayer.getDefault().open(ID);
    }

    @Override
    Panel make(Runnable onChange) {
        Workbench workbench = Workbench.find();
        return new EnginesPanel(
                workbench.settings(),
                workbench.session().workers(),
                onChange,
                () -> {
                    workbench.search().close(); // the next search starts the newly chosen engines
                    workbench.session().refreshKept();
                });
    }
}
