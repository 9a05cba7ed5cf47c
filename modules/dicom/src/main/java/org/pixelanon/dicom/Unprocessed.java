package org.pixelanon.dicom;

/**
 * Something in a file that is no plane and that nobody looked at.
 *
 * @param what tag path and what it is, without values
 * @param picture true if it is a picture or a document by what the standard says of it, false if it
 *     only may hold one
 */
public record Unprocessed(String what, boolean picture) {}
