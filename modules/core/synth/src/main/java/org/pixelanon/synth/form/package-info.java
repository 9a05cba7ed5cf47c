/** Drawn forms as they come from a scanner. */
@NullMarked
package org.pixelanon.synth.form;

import org.jspecify.annotations.NullMarked;
