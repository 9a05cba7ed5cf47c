/**
 * How planes look: transformations from stored values to grey and colour that a file states, and
 * those that show what they hide (DICOM PS3.3 C.7.6.3.1, C.11).
 */
@NullMarked
package org.pixelanon.dicom.render;

import org.jspecify.annotations.NullMarked;
