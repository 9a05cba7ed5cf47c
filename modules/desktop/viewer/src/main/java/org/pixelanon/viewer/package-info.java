/** The plane on screen: image, rectangles, window and zoom, filmstrip, cine. */
@NullMarked
package org.pixelanon.viewer;

import org.jspecify.annotations.NullMarked;
