/**
 * The use cases, one class each. Everything they need is handed in, and one bad file never ends a
 * run.
 */
@NullMarked
package org.pixelanon.pipeline.run;

import org.jspecify.annotations.NullMarked;
