package org.pixelanon.workbench;

import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/** Writes preferences at once: the platform waits a while, and a killed application forgets. */
final class SavedPreferences {

    private static final System.Logger LOG = System.getLogger(SavedPreferences.class.getName());

    private SavedPreferences() {}

    static void of(Preferences preferences) {
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            LOG.log(System.Logger.Level.WARNING, "settings are not saved", e);
        }
    }
}
