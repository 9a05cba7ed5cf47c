/** The banner above all views: why something cannot be opened or changed. */
@NullMarked
package org.pixelanon.workbench.banner;

import org.jspecify.annotations.NullMarked;
