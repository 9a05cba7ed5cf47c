/** Results, reports, and how paths are written in them. */
@NullMarked
package org.pixelanon.pipeline.report;

import org.jspecify.annotations.NullMarked;
