/** The views <em>Files</em>, <em>OCR text</em> and <em>Rectangles</em>: what is to be decided. */
@NullMarked
package org.pixelanon.findings;

import org.jspecify.annotations.NullMarked;
