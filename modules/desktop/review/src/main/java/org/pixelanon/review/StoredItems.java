package org.pixelanon.review;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.Witnesses;
import org.pixelanon.review.item.GivenReason;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.store.RowTime;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;
import org.pixelanon.store.StoredRow.Author;

/** Converts between items and rows of the shared rectangles table. Immutable. */
final class StoredItems {

    private static final int PERSON = -1;
    private static final int TESSERACT = 1;
    private static final int ULTRASOUND = 4;
    private static final int FORM = 5;

    private final String user;

    StoredItems(String user) {
        this.user = user;
    }

    /** Whether a row is undecided. */
    static boolean isOpen(StoredRow row) {
        return row.region().ocrEngine() != PERSON && row.author() != Author.PERSON;
    }

    /** Whether a row says that a frame is a scanned form. */
    static boolean isForm(StoredRow row) {
        return row.region().ocrEngine() == FORM;
    }

    /**
     * Converts a row to an item; in a file that dicompixelanon marked done, every row is decided.
     */
    ReviewItem item(long id, StoredRow row, boolean decided, Path path) throws StoreException {
        StoredRegion region = row.region();
        boolean undecided = !decided && isOpen(row);
        boolean hide = region.sensitive() != 0;
        Layer layer = layerOf(region.ocrEngine());
        String found = layer == Layer.FORM ? "scanned form" : "found by a scan";
        Verdict verdict = undecided ? Verdict.UNDECIDED : hide ? Verdict.REDACT : Verdict.KEEP;
        try {
            return new ReviewItem(
                    id,
                    layer,
                    region.box().toRegion(),
                    region.text(),
                    1,
                    undecided ? found : "in the database",
                    hide,
                    verdict,
                    region.modifiedBy(),
                    region.modified(),
                    GivenReason.of(region.reason()),
                    Witnesses.of(region.witnesses()));
        } catch (IllegalArgumentException e) {
            throw new StoreException(path, "row " + row.id() + ": " + e.getMessage(), e);
        }
    }

    private static Layer layerOf(int engine) {
        return switch (engine) {
            case PERSON -> Layer.PERSON;
            case ULTRASOUND -> Layer.ULTRASOUND;
            case FORM -> Layer.FORM;
            default -> Layer.OCR;
        };
    }

    private static int engineOf(Layer layer) {
        return switch (layer) {
            case PERSON, SIMILAR, RULE -> PERSON;
            case ULTRASOUND -> ULTRASOUND;
            case OCR -> TESSERACT;
            case FORM -> FORM;
        };
    }

    /** Suggestions are computed each time a file is read, so only found text is stored. */
    static boolean isStored(ReviewItem item) {
        return item.verdict() != Verdict.UNDECIDED || item.layer().isFound();
    }

    /** Converts an item to a row; fields that a person does not decide are unchanged. */
    StoredRegion region(ReviewItem item, @Nullable StoredRegion known) {
        int engine = known == null ? engineOf(item.layer()) : known.ocrEngine();
        boolean hide = item.isRedacted();
        return new StoredRegion(
                InclusiveBox.of(item.region()),
                engine,
                item.text(),
                known == null ? PERSON : known.nerEngine(),
                hide ? 1 : 0,
                item.at().isEmpty() ? RowTime.now() : item.at(),
                item.by().isEmpty() ? user : item.by(),
                item.given().stored(),
                known == null ? item.witnesses().text() : known.witnesses());
    }
}
