/** {@code pixelanon csv}: tables of tags and text. */
@NullMarked
package org.pixelanon.cli.csv;

import org.jspecify.annotations.NullMarked;
