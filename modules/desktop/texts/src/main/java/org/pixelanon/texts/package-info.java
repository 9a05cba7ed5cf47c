/** The views <em>OCR text</em> and <em>Rectangles</em>: what is to be decided in a file. */
@NullMarked
package org.pixelanon.texts;

import org.jspecify.annotations.NullMarked;
