/** The edits of a sitting, kept small, so that each can be undone and redone. */
@NullMarked
package org.pixelanon.review.history;

import org.jspecify.annotations.NullMarked;
