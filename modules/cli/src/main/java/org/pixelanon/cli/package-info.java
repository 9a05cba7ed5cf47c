/** The command line: options, terminal, exit codes. The only place that reads the environment. */
@NullMarked
package org.pixelanon.cli;

import org.jspecify.annotations.NullMarked;
