package org.pixelanon.viewer;

import java.awt.Component;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import org.openide.awt.Actions;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.Layer;
import org.pixelanon.workbench.BoundKeys;
import org.pixelanon.workbench.layout.WrapPanel;

/**
 * The legend of the rectangles: for each layer its sign, name, number of rectangles on the plane,
 * and whether they are shown. Each entry is a switch. The arrow keys move between switches, Space
 * toggles one, Escape returns to the image.
 */
@Messages({
    "LBL_Layers=Show:",
    "A11Y_Layers=Layer legend and switches",
    "# {0} - layer",
    "# {1} - number of rectangles",
    "LBL_Layer={0}  {1}",
    "# {0} - layer",
    "# {1} - number of rectangles",
    "LBL_LayerHidden={0}  {1}, hidden",
    "# {0} - layer",
    "# {1} - its letter",
    "# {2} - number of rectangles",
    "A11Y_Layer=Layer {0}, letter {1}, {2} on this plane",
    "TIP_Person=Drawn or accepted by a person",
    "TIP_Ocr=Recognised text",
    "TIP_Ultrasound=Area outside the ultrasound regions",
    "TIP_Similar=Blanked on similar done files",
    "TIP_Rule=Suggested by the rules chosen in the options",
    "TIP_Form=Frames that are scanned forms",
    "# {0} - what it is",
    "# {1} - its letter",
    "# {2} - key",
    "TIP_Layer={0}; marked {1}. Show or hide: {2}"
})
final class LayerBar extends WrapPanel {

    private final transient ReviewSession session;
    private final Map<Layer, Switch> switches = new EnumMap<>(Layer.class);

    /**
     * Creates the legend.
     *
     * @param session the session
     * @param back returns to the image
     */
    LayerBar(ReviewSession session, Runnable back) {
        this.session = session;
        setName("layer-bar");
        setBorder(BorderFactory.createEmptyBorder(0, 6, 0, 6));
        getAccessibleContext().setAccessibleName(Bundle.A11Y_Layers());
        add(new JLabel(Bundle.LBL_Layers()));
        for (Layer layer : Layer.values()) {
            Switch one = new Switch(layer);
            switches.put(layer, one);
            add(one);
        }
        onKey(KeyEvent.VK_ESCAPE, "back", back);
        onKey(KeyEvent.VK_LEFT, "before", () -> move(-1));
        onKey(KeyEvent.VK_RIGHT, "after", () -> move(1));
    }

    /** Escape means "next file" on the image, but not here. */
    private void onKey(int key, String name, Runnable task) {
        getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(key, 0), name);
        getActionMap()
                .put(
                        name,
                        new AbstractAction() {
                            @Override
                            public void actionPerformed(ActionEvent event) {
                                task.run();
                            }
                        });
    }

    private void move(int step) {
        Component[] all = switches.values().toArray(new Component[0]);
        for (int i = 0; i < all.length; i++) {
            if (all[i].isFocusOwner()) {
                all[Math.floorMod(i + step, all.length)].requestFocusInWindow();
                return;
            }
        }
    }

    /** Focuses the first switch. */
    void takeKeys() {
        switches.values().iterator().next().requestFocusInWindow();
    }

    /** Updates the legend. */
    void refresh() {
        boolean any = session.screen().plane().isPresent();
        switches.forEach((layer, one) -> one.refresh(any));
    }

    /** The switch of a layer. */
    private final class Switch extends JToggleButton {

        private final Layer layer;

        Switch(Layer layer) {
            this.layer = layer;
            setName("layer-" + layer.name().toLowerCase(Locale.ROOT));
            putClientProperty("JButton.buttonType", "toolBarButton");
            setIcon(new LayerSign(layer, false));
            setSelectedIcon(new LayerSign(layer, true));
            addActionListener(event -> session.screen().setShown(layer, isSelected()));
        }

        void refresh(boolean any) {
            boolean shown = session.screen().display().shows(layer);
            int count = session.screen().countOnPlane(layer);
            String number = NumberFormat.getIntegerInstance(Locale.getDefault()).format(count);
            setSelected(shown);
            setEnabled(any);
            setText(
                    shown
                            ? Bundle.LBL_Layer(layer.words(), number)
                            : Bundle.LBL_LayerHidden(layer.words(), number));
            setForeground(
                    UIManager.getColor(
                            count == 0 || !shown
                                    ? "Label.disabledForeground"
                                    : "Label.foreground"));
            getAccessibleContext()
                    .setAccessibleName(
                            Bundle.A11Y_Layer(
                                    layer.words(), String.valueOf(layer.letter()), number));
            getAccessibleContext().setAccessibleDescription(what());
        }

        @Override
        public String getToolTipText(MouseEvent event) {
            return Bundle.TIP_Layer(what(), String.valueOf(layer.letter()), keyOf(layer));
        }

        private String what() {
            return switch (layer) {
                case PERSON -> Bundle.TIP_Person();
                case OCR -> Bundle.TIP_Ocr();
                case ULTRASOUND -> Bundle.TIP_Ultrasound();
                case SIMILAR -> Bundle.TIP_Similar();
                case RULE -> Bundle.TIP_Rule();
                case FORM -> Bundle.TIP_Form();
            };
        }
    }

    /** The current keys that show or hide a layer. */
    private static String keyOf(Layer layer) {
        String name =
                switch (layer) {
                    case PERSON -> "Person";
                    case OCR -> "Ocr";
                    case ULTRASOUND -> "Ultrasound";
                    case SIMILAR -> "Similar";
                    case RULE -> "Rule";
                    case FORM -> "Form";
                };
        Action action = Actions.forID("View", "org.pixelanon.viewer.Layer" + name);
        return action == null ? "" : String.join(", ", BoundKeys.now().of(action));
    }
}
