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
                        arguments[1],
                        List.of(
                                RegionStoreTest.row(1),
                                RegionStoreTest.row(2),
                                RegionStoreTest.row(3),
                                RegionStoreTest.row(4),
                                RegionStoreTest.row(i)));
            }
        }
    }
}
