/** {@code pixelanon extract}: tables of tags out of databases. */
@NullMarked
package org.pixelanon.cli.extract;

import org.jspecify.annotations.NullMarked;
