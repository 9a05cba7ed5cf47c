/**
 * What a file holds beside its planes, found by looking: pictures nobody described, surplus frames,
 * thumbnails, what stands behind the data set.
 */
@NullMarked
package org.pixelanon.dicom.unprocessed;

import org.jspecify.annotations.NullMarked;
