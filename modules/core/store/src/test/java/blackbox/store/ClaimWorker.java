package blackbox.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.claims.Claim;

/**
 * A client of its own: a store, a person, how many at once, the lease; claims until none is left.
 */
final class ClaimWorker {

    private ClaimWorker() {}

    public static void main(String[] arguments) throws Exception {
        int most = Integer.parseInt(arguments[2]);
        Duration lease = Duration.ofMillis(Long.parseLong(arguments[3]));
        try (RegionStore store = RegionStore.open(Path.of(arguments[0]), RegionStore.Mode.EXTEND)) {
            List<Claim> claims;
            do {
                claims = store.claims().next(most, arguments[1], lease);
                claims.forEach(claim -> System.out.println(claim.filename()));
            } while (!claims.isEmpty());
        }
        if (arguments.length > 4) {
            System.out.println("waits");
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }
}
