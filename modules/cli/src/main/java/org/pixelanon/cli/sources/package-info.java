/** {@code pixelanon sources}: places that URLs lead to, and the profiles for them. */
@NullMarked
package org.pixelanon.cli.sources;

import org.jspecify.annotations.NullMarked;
