/** Finders and readers of text in rendered planes. */
@NullMarked
package org.pixelanon.model.text;

import org.jspecify.annotations.NullMarked;
