package org.pixelanon.workbench.source;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A keyring in memory. */
public final class KeptKey implements KeyPlace {

    private char @Nullable [] kept;

    /** Has no key yet. */
    public KeptKey() {}

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
