/** What became of each file of searches and exports, kept until somebody clears it. */
@NullMarked
package org.pixelanon.workbench.results;

import org.jspecify.annotations.NullMarked;
