/** The view <em>History</em>: the edits of all people. */
@NullMarked
package org.pixelanon.history;

import org.jspecify.annotations.NullMarked;
