/** Files that appear complete or not at all, and their part files. */
@NullMarked
package org.pixelanon.pipeline.atomic;

import org.jspecify.annotations.NullMarked;
