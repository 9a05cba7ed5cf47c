/** Stores on servers with PostgreSQL. */
@NullMarked
package org.pixelanon.postgres;

import org.jspecify.annotations.NullMarked;
