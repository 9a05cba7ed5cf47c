/** Claims of files by persons, each for a time. */
@NullMarked
package org.pixelanon.store.claims;

import org.jspecify.annotations.NullMarked;
