package org.pixelanon.model.engine;

/**
 * An option of an engine.
 *
 * @param name lower-case letters, digits and hyphens, beginning with a letter
 * @param description one line for people: what it means, and its unit or form
 * @param defaultValue what holds if nothing is set; may be empty
 */
public record EngineOption(String name, String description, String defaultValue) {}
