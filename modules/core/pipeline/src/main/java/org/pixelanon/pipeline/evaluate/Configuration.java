package org.pixelanon.pipeline.evaluate;

/**
 * One of the things that are compared.
 *
 * @param name its name
 * @param reads whether it reads text
 */
public record Configuration(String name, boolean reads) {}
