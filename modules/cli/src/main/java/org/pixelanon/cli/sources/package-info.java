/** {@code pixelanon sources}: stores and the profiles for them. */
@NullMarked
package org.pixelanon.cli.sources;

import org.jspecify.annotations.NullMarked;
