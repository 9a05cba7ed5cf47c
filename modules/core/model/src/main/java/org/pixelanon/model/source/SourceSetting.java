package org.pixelanon.model.source;

/**
 * A setting of a connection.
 *
 * @param name in lower case, words joined by hyphens, as {@code path-style}
 * @param description what it is, in a few words, with the values it may have
 * @param secret true if it must never be shown, nor given on a command line
 */
public record SourceSetting(String name, String description, boolean secret) {}
