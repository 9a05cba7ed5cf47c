/** RLE Lossless (DICOM PS3.5 annex G). */
@NullMarked
package org.pixelanon.codec.rle;

import org.jspecify.annotations.NullMarked;
