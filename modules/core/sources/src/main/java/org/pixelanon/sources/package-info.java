/** Places outside the file system; what can go wrong with all of them. */
@NullMarked
package org.pixelanon.sources;

import org.jspecify.annotations.NullMarked;
