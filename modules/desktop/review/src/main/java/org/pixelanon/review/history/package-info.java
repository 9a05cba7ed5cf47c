/** The edits of a sitting in compact form, for undo and redo. */
@NullMarked
package org.pixelanon.review.history;

import org.jspecify.annotations.NullMarked;
