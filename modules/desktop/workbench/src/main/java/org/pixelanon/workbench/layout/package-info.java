/** How parts of a view share its room. */
@NullMarked
package org.pixelanon.workbench.layout;

import org.jspecify.annotations.NullMarked;
