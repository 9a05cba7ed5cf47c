/** The work list of a long run, kept on disk and deleted at its end. */
@NullMarked
package org.pixelanon.store.work;

import org.jspecify.annotations.NullMarked;
