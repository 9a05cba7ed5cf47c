/** What a store is kept in: the file of SQLite, or a server that a module of its own knows. */
@NullMarked
package org.pixelanon.store.server;

import org.jspecify.annotations.NullMarked;
