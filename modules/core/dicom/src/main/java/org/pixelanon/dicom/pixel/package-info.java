/**
 * Frames, overlay planes and other content of Pixel Data words: where their bytes are and how they
 * become samples (DICOM PS3.3 C.7.6.3 and C.9.2, PS3.5 8 and A.4).
 */
@NullMarked
package org.pixelanon.dicom.pixel;

import org.jspecify.annotations.NullMarked;
