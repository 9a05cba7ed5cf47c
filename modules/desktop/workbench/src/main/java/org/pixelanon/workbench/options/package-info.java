/** The categories of the platform's dialog of options. */
@NullMarked
package org.pixelanon.workbench.options;

import org.jspecify.annotations.NullMarked;
