/** The core of the workbench: the session of all views, actions and keys, options, command line. */
@NullMarked
package org.pixelanon.workbench;

import org.jspecify.annotations.NullMarked;
