/** Where outputs go, and how each is written, proven and given its name. */
@NullMarked
package org.pixelanon.pipeline.output;

import org.jspecify.annotations.NullMarked;
