/** {@code pixelanon rules}: checks, tests, converts and makes rules. */
@NullMarked
package org.pixelanon.cli.rules;

import org.jspecify.annotations.NullMarked;
