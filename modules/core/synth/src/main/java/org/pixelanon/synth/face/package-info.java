/** Fonts that draw a line of text as how much of each pixel it covers. */
@NullMarked
package org.pixelanon.synth.face;

import org.jspecify.annotations.NullMarked;
