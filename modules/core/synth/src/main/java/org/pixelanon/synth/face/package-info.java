/** Fonts that draw a line of text as the coverage of each pixel. */
@NullMarked
package org.pixelanon.synth.face;

import org.jspecify.annotations.NullMarked;
