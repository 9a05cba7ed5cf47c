/**
 * How planes look: the transformations from stored values to grey and colour that a file states,
 * and those that show what its own do not (DICOM PS3.3 C.7.6.3.1, C.11).
 */
@NullMarked
package org.pixelanon.dicom.render;

import org.jspecify.annotations.NullMarked;
