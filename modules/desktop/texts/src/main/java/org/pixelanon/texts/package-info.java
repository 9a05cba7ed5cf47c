/** The views <em>OCR text</em> and <em>Rectangles</em>: the items to decide in a file. */
@NullMarked
package org.pixelanon.texts;

import org.jspecify.annotations.NullMarked;
