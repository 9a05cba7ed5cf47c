package org.pixelanon.cli.option;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.cli.terminal.Terminal;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.sources.SourceException;

/** The key of the profiles, from the environment or a prompt. */
public final class ProfileKey {

    private ProfileKey() {}

    /** The key of existing profiles. */
    public static char[] known() throws SourceException {
        return of(false);
    }

    /** The key for new profiles, prompted for twice. */
    public static char[] fresh() throws SourceException {
        return of(true);
    }

    private static char[] of(boolean twice) throws SourceException {
        Optional<String> set = UserEnvironment.ofProcess().profileKey();
        if (set.isPresent()) {
            return set.get().toCharArray();
        }
        Console console =
                Terminal.console()
                        .orElseThrow(
                                () ->
                                        new SourceException(
                                                "the profiles are encrypted: set PIXELANON_KEY "
                                                        + "to their key, or run this on a "
                                                        + "terminal to be asked for it"));
        char[] key = required(console.readPassword("Profile key: "));
        if (twice && !Arrays.equals(key, console.readPassword("Repeat: "))) {
            throw new SourceException("the keys do not match; nothing was saved");
        }
        return key;
    }

    private static char[] required(char @Nullable [] typed) throws SourceException {
        if (typed == null || typed.length == 0) {
            throw new SourceException("no key given; profiles stay locked");
        }
        return typed;
    }
}
