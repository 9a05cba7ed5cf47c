/** Review of many files of one device with one picture. */
@NullMarked
package org.pixelanon.review.group;

import org.jspecify.annotations.NullMarked;
