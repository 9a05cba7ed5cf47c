/** The view <em>Rules</em>: rules tried on the open files, and made of their rectangles. */
@NullMarked
package org.pixelanon.rulelab;

import org.jspecify.annotations.NullMarked;
