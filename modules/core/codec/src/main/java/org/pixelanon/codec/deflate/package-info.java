/** Deflated image frames (DICOM PS3.5 annex A.4.12). */
@NullMarked
package org.pixelanon.codec.deflate;

import org.jspecify.annotations.NullMarked;
