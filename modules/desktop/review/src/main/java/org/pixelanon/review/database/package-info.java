/** The database in use, for changing or only for looking at. */
@NullMarked
package org.pixelanon.review.database;

import org.jspecify.annotations.NullMarked;
