package org.pixelanon.texts;

import java.awt.BorderLayout;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JToggleButton;
import javax.swing.SwingConstants;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.FramePlane;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.SessionListener;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.workbench.PanelView;

/** A table of the findings of the file on screen, with its filter above. */
@Messages({
    "BTN_Suggestions=Suggestions only",
    "TIP_Suggestions=Show only undecided items",
    "# {0} - number of findings that wait",
    "# {1} - number of findings",
    "LBL_Counts={0} of {1} to decide",
    "HINT_NoText=No known text in this file\n\no   search this plane",
    "HINT_NoRectangles=This file has no rectangles\n\nDrag on the image to draw one\nr   blank it",
    "A11Y_TextTable=Recognised text of this file",
    "A11Y_RectangleTable=Rectangles of this file"
})
final class ItemsPanel extends JPanel implements SessionListener, PanelView.Panel {

    private static final int TEXT_ROW = 58;
    private static final int LEAST_TEXT = 50;
    private static final int LEAST_REASON = 100;

    private final transient ReviewSession session;
    private final transient ItemModel model;
    private final ItemTable table;
    private final JToggleButton suggestions = new JToggleButton(Bundle.BTN_Suggestions());
    private final JLabel counts = new JLabel(" ", SwingConstants.RIGHT);

    private ItemsPanel(ReviewSession session, ItemModel model, ItemTable table) {
        super(new BorderLayout());
        this.session = session;
        this.model = model;
        this.table = table;
        suggestions.setName(table.getName() + "-suggestions");
        suggestions.setToolTipText(Bundle.TIP_Suggestions());
        suggestions.setFocusable(false);
        suggestions.addActionListener(event -> setSuggestionsOnly(suggestions.isSelected()));
        JPanel top = new JPanel(new BorderLayout(8, 0));
        top.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
        top.add(suggestions, BorderLayout.WEST);
        top.add(counts, BorderLayout.CENTER);
        counts.setName(table.getName() + "-counts");
        add(top, BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
    }

    /** The view <em>OCR text</em>. */
    static ItemsPanel ofText(ReviewSession session) {
        TextModel model = new TextModel(session);
        ItemTable table = new ItemTable(session, model, "text-table", Bundle.HINT_NoText());
        table.getAccessibleContext().setAccessibleName(Bundle.A11Y_TextTable());
        table.setRowHeight(TEXT_ROW);
        CropPictures pictures =
                new CropPictures(
                        session, TextCell.PICTURE_WIDTH, TextCell.PICTURE_HEIGHT, table::repaint);
        table.setDefaultRenderer(ItemRow.class, new TextCell(session, pictures));
        ColumnWidths widths = new ColumnWidths(table);
        widths.rest(TextModel.TEXT, TextCell.PICTURE_WIDTH + LEAST_TEXT);
        widths.fit(TextModel.CONFIDENCE, "100 %");
        widths.fit(TextModel.DECISION, DecisionIcon.WIDTH + TextCell.GAP, decisions());
        widths.done();
        return new ItemsPanel(session, model, table);
    }

    /**
     * The view <em>Rectangles</em>.
     *
     * @param session what it shows
     * @param status receives why an edit was refused
     */
    static ItemsPanel ofRectangles(ReviewSession session, Consumer<String> status) {
        RectangleModel model = new RectangleModel(session, status);
        ItemTable table =
                new ItemTable(session, model, "rectangle-table", Bundle.HINT_NoRectangles());
        table.getAccessibleContext().setAccessibleName(Bundle.A11Y_RectangleTable());
        table.setDefaultRenderer(ReviewItem.class, new DecisionCell());
        ColumnWidths widths = new ColumnWidths(table);
        widths.fit(RectangleModel.PLANE, Words.of(new FramePlane(998)), Words.of(new AllFrames()));
        for (int i = RectangleModel.FIRST_NUMBER; i < RectangleModel.DECISION; i++) {
            widths.fit(i, "8888");
        }
        widths.fit(RectangleModel.DECISION, DecisionIcon.WIDTH + TextCell.GAP, decisions());
        widths.rest(RectangleModel.REASON, LEAST_REASON);
        widths.fit(
                RectangleModel.ORIGIN,
                Arrays.stream(Layer.values()).map(Layer::words).toArray(String[]::new));
        widths.fit(RectangleModel.BY, "somebody");
        widths.fit(RectangleModel.AT, "2026-12-31 23:59:59");
        widths.done();
        return new ItemsPanel(session, model, table);
    }

    /** All possible texts in the column of decisions. */
    private static String[] decisions() {
        return new String[] {
            Bundle.WORD_ToDecide(), Bundle.WORD_Harmless(), Bundle.WORD_Redact(), Bundle.WORD_Keep()
        };
    }

    /** Shows only undecided items, or all. */
    void setSuggestionsOnly(boolean only) {
        suggestions.setSelected(only);
        model.setSuggestionsOnly(only);
        table.followSelection();
        count();
    }

    /** The table, which has the focus when the view has it. */
    ItemTable table() {
        return table;
    }

    @Override
    public JComponent component() {
        return this;
    }

    @Override
    public JComponent keys() {
        return table;
    }

    @Override
    public void open() {
        session.addListener(this);
        changed(Set.of(Aspect.values()));
    }

    @Override
    public void close() {
        session.removeListener(this);
    }

    @Override
    public void changed(Set<Aspect> what) {
        if (what.contains(Aspect.ITEMS) || what.contains(Aspect.FILE)) {
            model.refresh();
            count();
        }
        if (what.contains(Aspect.PLANE)) {
            table.repaint();
            if (session.screen().selected().isEmpty()) {
                table.showPlane(session.screen().planeIndex());
            }
        }
        if (what.contains(Aspect.SELECTION) || what.contains(Aspect.ITEMS)) {
            table.followSelection();
        }
    }

    private void count() {
        counts.setText(
                model.items() == 0 ? " " : Bundle.LBL_Counts(model.waiting(), model.items()));
    }
}
