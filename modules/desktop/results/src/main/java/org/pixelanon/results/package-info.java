/** The view <em>Results</em>: results of searches and exports, file by file. */
@NullMarked
package org.pixelanon.results;

import org.jspecify.annotations.NullMarked;
