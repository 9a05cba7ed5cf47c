/** The view <em>Rules</em>: rules tried on the open files, and made from their rectangles. */
@NullMarked
package org.pixelanon.rulesview;

import org.jspecify.annotations.NullMarked;
