/** Regions and marks in the SQLite database that is shared with the Python tool dicompixelanon. */
@NullMarked
package org.pixelanon.store;

import org.jspecify.annotations.NullMarked;
