/** The view <em>Summary</em>: charts of the review, of its database and of CSV files. */
@NullMarked
package org.pixelanon.summary;

import org.jspecify.annotations.NullMarked;
