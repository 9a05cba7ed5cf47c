/** Describes edits and shows their places. */
@NullMarked
package org.pixelanon.workbench.history;

import org.jspecify.annotations.NullMarked;
