/** Terminal output: lines, progress, failures, exit codes. */
@NullMarked
package org.pixelanon.cli.terminal;

import org.jspecify.annotations.NullMarked;
