/** Options that commands share, each with what it means for the work. */
@NullMarked
package org.pixelanon.cli.option;

import org.jspecify.annotations.NullMarked;
