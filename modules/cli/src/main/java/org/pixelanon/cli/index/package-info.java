/** {@code pixelanon index}. */
@NullMarked
package org.pixelanon.cli.index;

import org.jspecify.annotations.NullMarked;
