/** Lines of text before and after a network reads them: crops, letters, blanks, readings. */
@NullMarked
package org.pixelanon.neural.line;

import org.jspecify.annotations.NullMarked;
