/** Browses buckets and archives, to open files or to store copies there. */
@NullMarked
package org.pixelanon.remote;

import org.jspecify.annotations.NullMarked;
