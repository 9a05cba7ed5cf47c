/** Which files a command works on, and which of them a row of a list means. */
@NullMarked
package org.pixelanon.pipeline.input;

import org.jspecify.annotations.NullMarked;
