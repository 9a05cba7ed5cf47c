/** How the work on files ended, and how it is told: results, reports, and paths in words. */
@NullMarked
package org.pixelanon.pipeline.report;

import org.jspecify.annotations.NullMarked;
