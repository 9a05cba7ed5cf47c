package org.pixelanon.texts;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewItem;

/** All rectangles of a file; their numbers can be edited, with undo. */
@Messages({
    "COL_Plane=Plane",
    "COL_X=X",
    "COL_Y=Y",
    "COL_Width=W",
    "COL_Height=H",
    "COL_Origin=Origin",
    "COL_Reason=Reason",
    "TIP_X=Left edge in pixels, 0 is the first column",
    "TIP_Y=Upper edge in pixels, 0 is the first row",
    "TIP_Width=Width in pixels",
    "TIP_Height=Height in pixels",
    "COL_By=By",
    "COL_At=When",
    "EDIT_Numbers=Change coordinates",
    "MSG_OffPlane=Not changed: the rectangle would lie outside the image",
    "MSG_Locked=This file is done. To change it, put it back to review (Ctrl+R)"
})
final class RectangleModel extends ItemModel {

    static final int PLANE = 0;
    static final int FIRST_NUMBER = 1;
    static final int DECISION = 5;
    static final int REASON = 6;
    static final int ORIGIN = 7;
    static final int BY = 8;
    static final int AT = 9;
    private static final int COLUMNS = 10;

    private final transient Consumer<String> status;

    /**
     * A model without rows.
     *
     * @param session its session
     * @param status receives why an edit was refused
     */
    RectangleModel(ReviewSession session, Consumer<String> status) {
        super(session, item -> true, false);
        this.status = status;
    }

    @Override
    public int getColumnCount() {
        return COLUMNS;
    }

    @Override
    public String getColumnName(int column) {
        return switch (column) {
            case PLANE -> Bundle.COL_Plane();
            case FIRST_NUMBER -> Bundle.COL_X();
            case FIRST_NUMBER + 1 -> Bundle.COL_Y();
            case FIRST_NUMBER + 2 -> Bundle.COL_Width();
            case FIRST_NUMBER + 3 -> Bundle.COL_Height();
            case ORIGIN -> Bundle.COL_Origin();
            case DECISION -> Bundle.COL_Decision();
            case REASON -> Bundle.COL_Reason();
            case BY -> Bundle.COL_By();
            default -> Bundle.COL_At();
        };
    }

    @Override
    String columnHint(int column) {
        return switch (column) {
            case FIRST_NUMBER -> Bundle.TIP_X();
            case FIRST_NUMBER + 1 -> Bundle.TIP_Y();
            case FIRST_NUMBER + 2 -> Bundle.TIP_Width();
            case FIRST_NUMBER + 3 -> Bundle.TIP_Height();
            default -> getColumnName(column);
        };
    }

    @Override
    public Class<?> getColumnClass(int column) {
        if (part(column).isPresent()) {
            return Integer.class;
        }
        return column == DECISION ? ReviewItem.class : String.class;
    }

    private static Optional<RectangleEdit.Part> part(int column) {
        return column >= FIRST_NUMBER && column < DECISION
                ? Optional.of(RectangleEdit.Part.values()[column - FIRST_NUMBER])
                : Optional.empty();
    }

    @Override
    public Object getValueAt(int row, int column) {
        ReviewItem item = itemAt(row).orElseThrow();
        Optional<RectangleEdit.Part> part = part(column);
        if (part.isPresent()) {
            return part.get().of(item.region().rectangle());
        }
        return switch (column) {
            case PLANE -> Words.of(item.region().scope());
            case ORIGIN -> item.layer().words();
            case DECISION -> item;
            case REASON -> item.why();
            case BY -> item.by();
            default -> item.at();
        };
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        boolean number = part(column).isPresent();
        if (number && session.editor().isLocked()) {
            status.accept(Bundle.MSG_Locked());
            return false;
        }
        return number;
    }

    /** Edits through the session, which notifies this model of the new version. */
    @Override
    public void setValueAt(Object value, int row, int column) {
        Optional<ReviewItem> item = itemAt(row);
        if (item.isEmpty() || !(value instanceof Integer number)) {
            return;
        }
        PixelRectangle old = item.get().region().rectangle();
        Optional<PixelRectangle> changed =
                session.open()
                        .flatMap(file -> RectangleEdit.bounds(file, item.get()))
                        .flatMap(
                                bounds ->
                                        RectangleEdit.with(
                                                old, part(column).orElseThrow(), number, bounds));
        if (changed.isEmpty()) {
            status.accept(Bundle.MSG_OffPlane());
        } else if (!changed.get().equals(old)) {
            session.editor()
                    .change(
                            Bundle.EDIT_Numbers(),
                            List.of(item.get()),
                            List.of(item.get().withRectangle(changed.get())));
        }
    }
}
