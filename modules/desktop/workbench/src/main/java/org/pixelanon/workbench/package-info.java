/** The workbench's frame: session for all views, actions and keys, options, command line. */
@NullMarked
package org.pixelanon.workbench;

import org.jspecify.annotations.NullMarked;
