/** Suggestions from files of the same device. */
@NullMarked
package org.pixelanon.review.similar;

import org.jspecify.annotations.NullMarked;
