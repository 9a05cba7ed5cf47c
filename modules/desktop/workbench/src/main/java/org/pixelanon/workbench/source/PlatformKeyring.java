package org.pixelanon.workbench.source;

import java.util.Arrays;
import java.util.Optional;
import org.netbeans.api.keyring.Keyring;
import org.openide.util.NbBundle.Messages;

/** The keyring of the platform: that of the desktop, else one behind a master password. */
@Messages("LBL_KeyInKeyring=PixelAnon profile key (buckets and archives)")
public final class PlatformKeyring implements KeyPlace {

    private static final String NAME = "org.pixelanon.profiles";

    /** The keyring of the account. */
    public PlatformKeyring() {}

    @Override
    public Optional<char[]> read() {
        return Optional.ofNullable(Keyring.read(NAME)).filter(key -> key.length > 0);
    }

    @Override
    public void keep(char[] key) {
        Keyring.save(NAME, Arrays.copyOf(key, key.length), Bundle.LBL_KeyInKeyring());
    }

    @Override
    public void forget() {
        Keyring.delete(NAME);
    }
}
