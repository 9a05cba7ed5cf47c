/**
 * Jobs on Apache Spark. The driver finds files and plans their places; executors run the same
 * pipeline as the command line; rows contain the result of each file.
 */
@NullMarked
package org.pixelanon.spark;

import org.jspecify.annotations.NullMarked;
