/** Results of searches and exports by file, kept until cleared. */
@NullMarked
package org.pixelanon.workbench.results;

import org.jspecify.annotations.NullMarked;
