/** Options and commands of the Python tool, and what is called so here. */
@NullMarked
package org.pixelanon.cli.old;

import org.jspecify.annotations.NullMarked;
