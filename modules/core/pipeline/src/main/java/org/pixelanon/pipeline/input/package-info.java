/** Which files a command processes, and which of them a row of a list means. */
@NullMarked
package org.pixelanon.pipeline.input;

import org.jspecify.annotations.NullMarked;
