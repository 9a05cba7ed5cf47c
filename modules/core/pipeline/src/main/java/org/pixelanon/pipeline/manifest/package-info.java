/** Jobs that resume: what a run records of each file, and its summary. */
@NullMarked
package org.pixelanon.pipeline.manifest;

import org.jspecify.annotations.NullMarked;
