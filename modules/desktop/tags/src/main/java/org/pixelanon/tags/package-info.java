/** The view <em>DICOM tags</em>: the elements of the file on screen, searched and highlighted. */
@NullMarked
package org.pixelanon.tags;

import org.jspecify.annotations.NullMarked;
