/**
 * CSV files of tags and of recognised text: summaries, groups, samples and filters. Files are read
 * row by row, so that what is held in memory does not grow with them, but with their distinct
 * values.
 */
@NullMarked
package org.pixelanon.tables;

import org.jspecify.annotations.NullMarked;
