/** Where outputs go, and how each is written, proven and named. */
@NullMarked
package org.pixelanon.pipeline.output;

import org.jspecify.annotations.NullMarked;
