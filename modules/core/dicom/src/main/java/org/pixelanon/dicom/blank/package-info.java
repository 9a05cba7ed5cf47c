/**
 * Writes and proves copies that hold the shape of a file and nothing else; see {@code
 * docs/blank.md}.
 */
@NullMarked
package org.pixelanon.dicom.blank;

import org.jspecify.annotations.NullMarked;
