package org.pixelanon.review;

import static org.pixelanon.review.history.Packed.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.review.history.Packed;
import org.pixelanon.store.StoredRegion;

/**
 * The rows of the database as this session saw them last, by the number of their item, so that an
 * edit of what somebody else changed is noticed, and a row that is read again is the same item. The
 * rows of files that were not used lately are packed. Used on the database's thread only.
 */
final class KnownRows {

    /**
     * A row of an item.
     *
     * @param row its number in the database
     * @param region what it said
     */
    record Known(long row, StoredRegion region) {}

    private static final int FILES_AT_HAND = 16;
    private static final Form FORM = new Form();

    private final LongSupplier ids;
    private final Map<String, Map<Long, Known>> atHand =
            new LinkedHashMap<>(FILES_AT_HAND, 0.75f, true);
    private final Map<String, Packed<Map<Long, Known>>> packed = new HashMap<>();

    /**
     * Knows nothing yet.
     *
     * @param ids numbers of items that are read for the first time
     */
    KnownRows(LongSupplier ids) {
        this.ids = ids;
    }

    private Map<Long, Known> of(String file) {
        Map<Long, Known> rows = atHand.get(file);
        if (rows == null) {
            Packed<Map<Long, Known>> known = packed.remove(file);
            rows = known == null ? new HashMap<>() : known.value();
            atHand.put(file, rows);
            trim();
        }
        return rows;
    }

    private void trim() {
        if (atHand.size() > FILES_AT_HAND) {
            var oldest = atHand.entrySet().iterator();
            Map.Entry<String, Map<Long, Known>> last = oldest.next();
            if (!last.getValue().isEmpty()) {
                packed.put(last.getKey(), Packed.of(FORM, last.getValue()));
            }
            oldest.remove();
        }
    }

    Optional<Known> get(String file, long item) {
        return Optional.ofNullable(of(file).get(item));
    }

    void put(String file, long item, Known known) {
        of(file).put(item, known);
    }

    void remove(String file, long item) {
        of(file).remove(item);
    }

    /** Takes note of a row that was read, and tells the number of its item. */
    long read(String file, Known known) {
        Map<Long, Known> rows = of(file);
        long item =
                rows.entrySet().stream()
                        .filter(e -> e.getValue().row() == known.row())
                        .mapToLong(Map.Entry::getKey)
                        .findFirst()
                        .orElseGet(ids);
        rows.put(item, known);
        return item;
    }

    void clear() {
        atHand.clear();
        packed.clear();
    }

    /** Rows of one file as bytes. */
    private static final class Form implements Packed.Form<Map<Long, Known>> {

        @Override
        public void write(DataOutputStream out, Map<Long, Known> rows) throws IOException {
            out.writeInt(rows.size());
            for (Map.Entry<Long, Known> entry : rows.entrySet()) {
                out.writeLong(entry.getKey());
                out.writeLong(entry.getValue().row());
                StoredRegion region = entry.getValue().region();
                InclusiveBox box = region.box();
                out.writeInt(box.left());
                out.writeInt(box.top());
                out.writeInt(box.right());
                out.writeInt(box.bottom());
                out.writeInt(box.frame());
                out.writeInt(box.overlay());
                out.writeInt(region.ocrEngine());
                Packed.write(out, region.text());
                out.writeInt(region.nerEngine());
                out.writeInt(region.sensitive());
                Packed.write(out, region.modified());
                Packed.write(out, region.modifiedBy());
                Packed.write(out, region.reason());
                Packed.write(out, region.witnesses());
            }
        }

        @Override
        public Map<Long, Known> read(DataInputStream in) throws IOException {
            int count = in.readInt();
            Map<Long, Known> rows = new HashMap<>();
            for (int i = 0; i < count; i++) {
                rows.put(in.readLong(), new Known(in.readLong(), region(in)));
            }
            return rows;
        }

        private static StoredRegion region(DataInputStream in) throws IOException {
            return new StoredRegion(
                    new InclusiveBox(
                            in.readInt(),
                            in.readInt(),
                            in.readInt(),
                            in.readInt(),
                            in.readInt(),
                            in.readInt()),
                    in.readInt(),
                    text(in),
                    in.readInt(),
                    in.readInt(),
                    text(in),
                    text(in),
                    text(in),
                    text(in));
        }
    }
}
