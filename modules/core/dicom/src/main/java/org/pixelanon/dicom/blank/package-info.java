/** Writes and proves copies that keep only the shape of a file; see {@code docs/blank.md}. */
@NullMarked
package org.pixelanon.dicom.blank;

import org.jspecify.annotations.NullMarked;
