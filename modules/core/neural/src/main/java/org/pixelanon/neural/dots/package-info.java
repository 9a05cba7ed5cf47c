/** Print made of dots: whether a plane shows any, and planes with the gaps between dots closed. */
@NullMarked
package org.pixelanon.neural.dots;

import org.jspecify.annotations.NullMarked;
