/**
 * Failures of use cases. The use cases are in {@code run}; the other packages are their parts and
 * do not know them.
 */
@NullMarked
package org.pixelanon.pipeline;

import org.jspecify.annotations.NullMarked;
