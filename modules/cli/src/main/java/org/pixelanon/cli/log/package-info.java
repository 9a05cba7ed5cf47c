/** Log files. */
@NullMarked
package org.pixelanon.cli.log;

import org.jspecify.annotations.NullMarked;
