package org.pixelanon.remote;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.workbench.source.KeyPlace;

/** A keyring in memory. */
final class KeptKey implements KeyPlace {

    private char @Nullable [] kept;

    /** Has no key yet. */
    KeptKey() {}

    @Override
    public Optional<char[]> read() {
        return Optional.ofNullable(kept).map(char[]::clone);
    }

    @Override
    public void keep(char[] key) {
        kept = key.clone();
    }

    @Override
    public void forget() {
        kept = null;
    }
}
