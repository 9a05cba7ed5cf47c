package blackbox.store;

import java.nio.file.Path;
import java.util.List;
import org.pixelanon.store.RegionStore;

/** Writes rows as a process of its own. */
final class StoreWriter {

    private StoreWriter() {}

    public static void main(String[] arguments) throws Exception {
        try (RegionStore store = RegionStore.open(Path.of(arguments[0]), RegionStore.Mode.WRITE)) {
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                store.append(
                        RegionStoreTest.entry(arguments[1]),
                        List.of(
                                RegionStoreTest.row(10 * i + 1),
                                RegionStoreTest.row(10 * i + 2),
                                RegionStoreTest.row(10 * i + 3),
                                RegionStoreTest.row(10 * i + 4),
                                RegionStoreTest.row(10 * i + 5)));
            }
        }
    }
}
