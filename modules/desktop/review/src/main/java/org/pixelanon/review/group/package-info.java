/** Many files of one device reviewed through one picture. */
@NullMarked
package org.pixelanon.review.group;

import org.jspecify.annotations.NullMarked;
