package org.pixelanon.store;

import org.pixelanon.model.OpenQuestions;

/**
 * PixelAnon's own record of a file being marked done, besides the mark known to the Python tool.
 *
 * @param person who marked it; a later comment of somebody else does not change that
 * @param open what was open then
 */
public record DoneNote(String person, OpenQuestions open) {}
