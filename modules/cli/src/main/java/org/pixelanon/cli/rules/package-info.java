/** {@code pixelanon rules}: rules are checked, tried, converted and made. */
@NullMarked
package org.pixelanon.cli.rules;

import org.jspecify.annotations.NullMarked;
