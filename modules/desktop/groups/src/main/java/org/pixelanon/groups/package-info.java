/** Group review: many files of one device in one picture, the same rectangles on all of them. */
@NullMarked
package org.pixelanon.groups;

import org.jspecify.annotations.NullMarked;
