/** What files of the same device tell about a file. */
@NullMarked
package org.pixelanon.review.similar;

import org.jspecify.annotations.NullMarked;
