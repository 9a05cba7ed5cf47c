package org.pixelanon.sources.profile;

import java.util.Map;
import java.util.TreeMap;
import org.pixelanon.model.source.SourceUrl;

/**
 * Named connection settings. Contains secrets and never shows one.
 *
 * @param name what people call it
 * @param scheme the kind of place, as URLs begin with it
 * @param place the beginning of the URLs that it is for; empty for all of its kind
 * @param settings values by name
 */
public record SourceProfile(
        String name, String scheme, String place, Map<String, String> settings) {

    /** Copies the settings. */
    public SourceProfile {
        settings = Map.copyOf(new TreeMap<>(settings));
    }

    /**
     * Whether it is for a URL.
     *
     * @param url any URL
     * @return true if kind and beginning fit
     */
    public boolean isFor(SourceUrl url) {
        String text = url.toString();
        String with = place.endsWith("/") || place.isEmpty() ? place : place + "/";
        return scheme.equals(url.scheme()) && (text.startsWith(with) || text.equals(place));
    }

    @Override
    public String toString() {
        return "profile " + name;
    }
}
