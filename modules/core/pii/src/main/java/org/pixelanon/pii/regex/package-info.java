/** Python's regular expressions: translated, matched within bounds, thousands at a time. */
@NullMarked
package org.pixelanon.pii.regex;

import org.jspecify.annotations.NullMarked;
