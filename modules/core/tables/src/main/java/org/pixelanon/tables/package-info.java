/**
 * CSV files of tags and of recognised text: summaries, groups, samples and filters. Files are read
 * row by row, so that memory does not grow with them but with their distinct values.
 */
@NullMarked
package org.pixelanon.tables;

import org.jspecify.annotations.NullMarked;
