/** Text as detectors compare it: without case, accents and what recognition confuses. */
@NullMarked
package org.pixelanon.pii.text;

import org.jspecify.annotations.NullMarked;
