package org.pixelanon.workbench.recent;

import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;

/**
 * The lists, folders and databases that were opened last, the latest first, kept across restarts.
 * Used on the event thread.
 */
public final class RecentPlaces {

    /** How many are kept. */
    public static final int MOST = 8;

    private static final String KEY = "place";

    private final Preferences preferences;
    private String failure = "";

    /**
     * Creates it for a node of preferences.
     *
     * @param preferences the node; only keys that begin with "place" are used
     */
    public RecentPlaces(Preferences preferences) {
        this.preferences = preferences;
    }

    /**
     * The places opened last.
     *
     * @return at most {@link #MOST}, the latest first
     */
    public List<String> all() {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            String place = preferences.get(KEY + i, "");
            if (!place.isEmpty()) {
                places.add(place);
            }
        }
        return List.copyOf(places);
    }

    /**
     * Records that something was opened.
     *
     * @param arguments the arguments; many single files are not kept
     */
    public void opened(List<String> arguments) {
        failure = "";
        if (arguments.size() != 1 || tooLong(arguments.get(0))) {
            return;
        }
        List<String> places = new ArrayList<>(all());
        places.remove(arguments.get(0));
        places.add(0, arguments.get(0));
        for (int i = 0; i < Math.min(MOST, places.size()); i++) {
            preferences.put(KEY + i, places.get(i));
        }
    }

    private static boolean tooLong(String place) {
        return place.length() > Preferences.MAX_VALUE_LENGTH;
    }

    /**
     * Records that something could not be opened.
     *
     * @param why the reason
     */
    public void failed(String why) {
        failure = why;
    }

    /**
     * Why opening failed last.
     *
     * @return empty if it could
     */
    public String failure() {
        return failure;
    }
}
