/** The index of a folder tree in its own SQLite file. */
@NullMarked
package org.pixelanon.store.index;

import org.jspecify.annotations.NullMarked;
