/** Says whether a text is sensitive, and why. */
@NullMarked
package org.pixelanon.pii;

import org.jspecify.annotations.NullMarked;
