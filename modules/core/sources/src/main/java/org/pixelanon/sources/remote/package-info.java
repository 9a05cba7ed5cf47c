/** A file system whose files are the objects of a connection, fetched block by block when read. */
@NullMarked
package org.pixelanon.sources.remote;

import org.jspecify.annotations.NullMarked;
