/** {@code pixelanon extract}: tables of tags from databases. */
@NullMarked
package org.pixelanon.cli.extract;

import org.jspecify.annotations.NullMarked;
