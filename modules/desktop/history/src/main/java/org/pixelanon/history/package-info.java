/** The view <em>History</em>: what people did, edit by edit. */
@NullMarked
package org.pixelanon.history;

import org.jspecify.annotations.NullMarked;
