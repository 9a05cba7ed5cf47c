/** {@code pixelanon csv}: tables of tags and recognised text. */
@NullMarked
package org.pixelanon.cli.csv;

import org.jspecify.annotations.NullMarked;
