/** Text detection and line reading by neural networks in ONNX form. */
@NullMarked
package org.pixelanon.neural;

import org.jspecify.annotations.NullMarked;
