/** What was opened lately. */
@NullMarked
package org.pixelanon.workbench.recent;

import org.jspecify.annotations.NullMarked;
