/** {@code pixelanon forms}: a user's own model of scanned forms. */
@NullMarked
package org.pixelanon.cli.forms;

import org.jspecify.annotations.NullMarked;
