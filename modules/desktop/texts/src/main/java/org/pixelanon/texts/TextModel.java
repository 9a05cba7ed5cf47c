package org.pixelanon.texts;

import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.Layer;

/** The text that was recognised, plane by plane. */
@Messages({
    "COL_Text=Text",
    "COL_Confidence=Confidence",
    "TIP_Confidence=Confidence of the reader; not stored in the database",
    "COL_Decision=Decision"
})
final class TextModel extends ItemModel {

    static final int TEXT = 0;
    static final int CONFIDENCE = 1;
    static final int DECISION = 2;
    private static final int COLUMNS = 3;

    TextModel(ReviewSession session) {
        super(session, item -> item.layer() == Layer.OCR, true);
    }

    @Override
    public int getColumnCount() {
        return COLUMNS;
    }

    @Override
    public String getColumnName(int column) {
        return switch (column) {
            case TEXT -> Bundle.COL_Text();
            case CONFIDENCE -> Bundle.COL_Confidence();
            default -> Bundle.COL_Decision();
        };
    }

    @Override
    String columnHint(int column) {
        return column == CONFIDENCE ? Bundle.TIP_Confidence() : getColumnName(column);
    }

    /** The row in every column; cells paint the part they need. */
    @Override
    public Object getValueAt(int row, int column) {
        return row(row);
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return ItemRow.class;
    }
}
