/** The objects of a review: files, items, decisions on them, and edits. */
@NullMarked
package org.pixelanon.review.item;

import org.jspecify.annotations.NullMarked;
