/** The view <em>Results</em>: what became of each file of searches and exports. */
@NullMarked
package org.pixelanon.results;

import org.jspecify.annotations.NullMarked;
