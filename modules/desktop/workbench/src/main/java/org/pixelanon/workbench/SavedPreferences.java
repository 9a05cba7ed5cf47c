package org.pixelanon.workbench;

import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/**
 * Writes preferences at once, because the platform delays writing and a killed application would
 * lose them.
 */
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
