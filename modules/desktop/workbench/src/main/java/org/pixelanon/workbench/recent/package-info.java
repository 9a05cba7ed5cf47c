/** Recently opened places. */
@NullMarked
package org.pixelanon.workbench.recent;

import org.jspecify.annotations.NullMarked;
