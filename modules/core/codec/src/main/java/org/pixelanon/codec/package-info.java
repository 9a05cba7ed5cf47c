/**
 * From the bytes of one compressed frame to samples and back. Knows transfer syntaxes by their UID
 * but no DICOM file.
 */
@NullMarked
package org.pixelanon.codec;

import org.jspecify.annotations.NullMarked;
