/** Drawn forms that look scanned. */
@NullMarked
package org.pixelanon.synth.form;

import org.jspecify.annotations.NullMarked;
