/** How well text is found, read and judged, against truth. */
@NullMarked
package org.pixelanon.pipeline.evaluate;

import org.jspecify.annotations.NullMarked;
