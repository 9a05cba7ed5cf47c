/** The database in use, writable or read-only. */
@NullMarked
package org.pixelanon.review.database;

import org.jspecify.annotations.NullMarked;
