/** Files that are in their place whole or not at all, and the part files they are until then. */
@NullMarked
package org.pixelanon.pipeline.atomic;

import org.jspecify.annotations.NullMarked;
