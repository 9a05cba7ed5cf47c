/** {@code pixelanon db}: the database shared with dicompixelanon. */
@NullMarked
package org.pixelanon.cli.db;

import org.jspecify.annotations.NullMarked;
