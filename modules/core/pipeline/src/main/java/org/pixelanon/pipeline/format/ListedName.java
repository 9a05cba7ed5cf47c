package org.pixelanon.pipeline.format;

/**
 * A name that is in a list of rectangles.
 *
 * @param filename as written in its rows
 * @param line 1-based line on which the first of them begins
 * @param rows how many name it, also those without a rectangle
 */
public record ListedName(String filename, long line, int rows) {}
