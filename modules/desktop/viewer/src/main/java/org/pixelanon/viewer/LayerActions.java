package org.pixelanon.viewer;

import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.WindowManager;
import org.pixelanon.review.Screen;
import org.pixelanon.review.item.Layer;
import org.pixelanon.workbench.Workbench;

/** Shows and hides layers by keys. */
@Messages({
    "CTL_LayerPerson=Show or hide what &persons drew",
    "CTL_LayerOcr=Show or hide &OCR",
    "CTL_LayerUltrasound=Show or hide &ultrasound regions",
    "CTL_LayerSimilar=Show or hide &similar files",
    "CTL_LayerRule=Show or hide &rules",
    "CTL_LayerForm=Show or hide scanned &forms",
    "CTL_OnlySimilar=Show similar files &alone, or all layers",
    "CTL_Legend=Go to the &legend of the layers",
    "# {0} - layer",
    "MSG_LayerShown={0}: shown",
    "# {0} - layer",
    "MSG_LayerHidden={0}: hidden",
    "# {0} - layer",
    "MSG_OnlyLayer=Only {0} shown",
    "MSG_AllLayers=All layers shown"
})
public final class LayerActions {

    private LayerActions() {}

    @ActionID(category = "View", id = "org.pixelanon.viewer.LayerPerson")
    @ActionRegistration(displayName = "#CTL_LayerPerson", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View/Layers", position = 100),
        @ActionReference(path = "Shortcuts", name = "O-1")
    })
    public static ActionListener layerPersonAction() {
        return event -> toggle(Layer.PERSON);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.LayerOcr")
    @ActionRegistration(displayName = "#CTL_LayerOcr", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View/Layers", position = 110),
        @ActionReference(path = "Shortcuts", name = "O-2")
    })
    public static ActionListener layerOcrAction() {
        return event -> toggle(Layer.OCR);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.LayerUltrasound")
    @ActionRegistration(displayName = "#CTL_LayerUltrasound", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View/Layers", position = 120),
        @ActionReference(path = "Shortcuts", name = "O-3")
    })
    public static ActionListener layerUltrasoundAction() {
        return event -> toggle(Layer.ULTRASOUND);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.LayerSimilar")
    @ActionRegistration(displayName = "#CTL_LayerSimilar", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View/Layers", position = 130),
        @ActionReference(path = "Shortcuts", name = "O-4")
    })
    public static ActionListener layerSimilarAction() {
        return event -> toggle(Layer.SIMILAR);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.LayerRule")
    @ActionRegistration(displayName = "#CTL_LayerRule", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View/Layers", position = 140),
        @ActionReference(path = "Shortcuts", name = "O-5")
    })
    public static ActionListener layerRuleAction() {
        return event -> toggle(Layer.RULE);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.LayerForm")
    @ActionRegistration(displayName = "#CTL_LayerForm", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View/Layers", position = 150),
        @ActionReference(path = "Shortcuts", name = "O-6")
    })
    public static ActionListener layerFormAction() {
        return event -> toggle(Layer.FORM);
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.OnlySimilar")
    @ActionRegistration(displayName = "#CTL_OnlySimilar", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View/Layers", position = 180, separatorBefore = 170),
        @ActionReference(path = "Shortcuts", name = "OS-4")
    })
    public static ActionListener onlySimilarAction() {
        return event -> {
            Screen screen = Workbench.find().session().screen();
            screen.setDisplay(screen.display().withOnly(Layer.SIMILAR));
            StatusDisplayer.getDefault()
                    .setStatusText(
                            screen.display().hidden().isEmpty()
                                    ? Bundle.MSG_AllLayers()
                                    : Bundle.MSG_OnlyLayer(Layer.SIMILAR.words()));
        };
    }

    @ActionID(category = "View", id = "org.pixelanon.viewer.Legend")
    @ActionRegistration(displayName = "#CTL_Legend", lazy = true)
    @ActionReferences({
        @ActionReference(path = "Menu/View/Layers", position = 200, separatorBefore = 190),
        @ActionReference(path = "Shortcuts", name = "K")
    })
    public static ActionListener legendAction() {
        return event -> {
            if (WindowManager.getDefault().findTopComponent("PlaneTopComponent")
                    instanceof PlaneTopComponent view) {
                view.requestActive();
                view.legend();
            }
        };
    }

    private static void toggle(Layer layer) {
        Screen screen = Workbench.find().session().screen();
        boolean shown = !screen.display().shows(layer);
        screen.setShown(layer, shown);
        StatusDisplayer.getDefault()
                .setStatusText(
                        shown
                                ? Bundle.MSG_LayerShown(layer.words())
                                : Bundle.MSG_LayerHidden(layer.words()));
    }
}
