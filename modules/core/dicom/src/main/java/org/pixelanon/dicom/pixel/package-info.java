/**
 * Frames, overlay planes and what else the words of Pixel Data hold: where their bytes lie and how
 * they become samples (DICOM PS3.3 C.7.6.3 and C.9.2, PS3.5 8 and A.4).
 */
@NullMarked
package org.pixelanon.dicom.pixel;

import org.jspecify.annotations.NullMarked;
