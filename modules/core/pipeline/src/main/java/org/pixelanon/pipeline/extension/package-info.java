/** Finds engines: those of the program, and those that jars in a folder of extensions add. */
@NullMarked
package org.pixelanon.pipeline.extension;

import org.jspecify.annotations.NullMarked;
