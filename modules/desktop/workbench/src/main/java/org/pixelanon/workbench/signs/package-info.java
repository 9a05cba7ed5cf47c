/** The symbols of files: one language of shapes in all views. */
@NullMarked
package org.pixelanon.workbench.signs;

import org.jspecify.annotations.NullMarked;
