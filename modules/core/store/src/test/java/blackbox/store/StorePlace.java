package blackbox.store;

import java.nio.file.Path;

/** Where the stores of the tests are instead of in folders; a service of a module with servers. */
public interface StorePlace {

    /**
     * A store.
     *
     * @param folder of the test
     * @return the same place for the same folder
     */
    Path of(Path folder);

    /**
     * How the tests look into a store.
     *
     * @param place of the store
     * @return the address of JDBC
     */
    String jdbc(Path place);
}
