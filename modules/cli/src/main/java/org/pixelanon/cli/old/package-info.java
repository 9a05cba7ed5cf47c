/** Options and commands of dicompixelanon and their equivalents. */
@NullMarked
package org.pixelanon.cli.old;

import org.jspecify.annotations.NullMarked;
