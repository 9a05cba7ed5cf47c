/** What is written into a log file. */
@NullMarked
package org.pixelanon.cli.log;

import org.jspecify.annotations.NullMarked;
