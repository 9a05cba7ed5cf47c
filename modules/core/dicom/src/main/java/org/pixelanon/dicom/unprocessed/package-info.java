/**
 * Content of a file besides its planes: undescribed images, surplus frames, thumbnails, bytes after
 * the data set.
 */
@NullMarked
package org.pixelanon.dicom.unprocessed;

import org.jspecify.annotations.NullMarked;
