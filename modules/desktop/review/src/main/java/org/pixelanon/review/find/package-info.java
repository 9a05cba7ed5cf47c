/** Texts of all files of a session. */
@NullMarked
package org.pixelanon.review.find;

import org.jspecify.annotations.NullMarked;
