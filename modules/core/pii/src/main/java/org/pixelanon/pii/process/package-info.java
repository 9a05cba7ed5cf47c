/** Detectors that are separate programs, asked line by line (docs/engines). */
@NullMarked
package org.pixelanon.pii.process;

import org.jspecify.annotations.NullMarked;
