/** Buckets and archives looked through, to open some of what they have or to put copies there. */
@NullMarked
package org.pixelanon.remote;

import org.jspecify.annotations.NullMarked;
