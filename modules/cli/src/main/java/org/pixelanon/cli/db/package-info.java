/** {@code pixelanon db}: the database that is shared with the Python tool. */
@NullMarked
package org.pixelanon.cli.db;

import org.jspecify.annotations.NullMarked;
