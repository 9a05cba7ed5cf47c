/** What is reviewed: files, the items on them, what people say about both, and edits of that. */
@NullMarked
package org.pixelanon.review.item;

import org.jspecify.annotations.NullMarked;
