/** Dot-matrix print: detects it and closes the gaps between dots. */
@NullMarked
package org.pixelanon.neural.dots;

import org.jspecify.annotations.NullMarked;
