/**
 * Where the elements of a file are and what their values mean: bytes, parser, character sets, the
 * data dictionary (DICOM PS3.5, PS3.6, PS3.10). Knows no pixels.
 */
@NullMarked
package org.pixelanon.dicom.data;

import org.jspecify.annotations.NullMarked;
