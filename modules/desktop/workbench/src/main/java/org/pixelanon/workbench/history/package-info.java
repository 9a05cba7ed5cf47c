/** Says what edits did and where, and goes there. */
@NullMarked
package org.pixelanon.workbench.history;

import org.jspecify.annotations.NullMarked;
