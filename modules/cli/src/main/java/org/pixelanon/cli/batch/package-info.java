/** Commands shared by many processes, each with the same options and a part of the files. */
@NullMarked
package org.pixelanon.cli.batch;

import org.jspecify.annotations.NullMarked;
