package blackbox.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Region;
import org.pixelanon.store.AuditEntry;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;

/** Texts in a database as after a search on the command line, all to be blanked. */
public final class StoredTexts {

    private static final String TIME = "2026-01-02 03:04:05";
    private static final int WIDTH = 50;
    private static final int HEIGHT = 10;

    private StoredTexts() {}

    /**
     * Writes what was found on the first frame of a file, one below the other.
     *
     * @param database its folder
     * @param file the file
     * @param texts what was read
     * @throws Exception if they cannot be written
     */
    public static void write(Path database, Path file, String... texts) throws Exception {
        List<StoredRegion> rows = new ArrayList<>();
        for (String text : texts) {
            PixelRectangle place =
                    new PixelRectangle(2, 2 + (HEIGHT + 2) * rows.size(), WIDTH, HEIGHT);
            InclusiveBox box = InclusiveBox.of(new Region(new FramePlane(0), place));
            rows.add(new StoredRegion(box, 1, text, 50, 1, TIME, "scan"));
        }
        try (RegionStore store = RegionStore.open(database, RegionStore.Mode.WRITE)) {
            store.replace(
                    new AuditEntry(file.toString(), "", "Scanned", "test", "{}", "{}", TIME), rows);
        }
    }
}
