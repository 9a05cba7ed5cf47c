/** Options shared by commands. */
@NullMarked
package org.pixelanon.cli.option;

import org.jspecify.annotations.NullMarked;
