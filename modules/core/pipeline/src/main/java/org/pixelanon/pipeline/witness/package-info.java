/** Several finders of text as one, and their readers. */
@NullMarked
package org.pixelanon.pipeline.witness;

import org.jspecify.annotations.NullMarked;
