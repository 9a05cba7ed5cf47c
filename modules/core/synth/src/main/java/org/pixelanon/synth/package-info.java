/**
 * Draws DICOM files with known text, so that what must be found and what must be kept is known by
 * construction. Has its own small DICOM writer, which shares no code with the reader it helps to
 * test. The same seed gives the same bytes on every machine, unless fonts of the machine are
 * requested.
 */
@NullMarked
package org.pixelanon.synth;

import org.jspecify.annotations.NullMarked;
