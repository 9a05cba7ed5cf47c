package org.pixelanon.store;

import org.pixelanon.model.OpenQuestions;

/**
 * What PixelAnon keeps of a file being marked done, beside the mark that the Python tool knows.
 *
 * @param person who marked it; a later comment of somebody else does not change that
 * @param open what was open then
 */
public record DoneNote(String person, OpenQuestions open) {}
