/**
 * What fails in the use cases. The use cases are in {@code run}; the other packages are what they
 * are made of, and know nothing of them.
 */
@NullMarked
package org.pixelanon.pipeline;

import org.jspecify.annotations.NullMarked;
