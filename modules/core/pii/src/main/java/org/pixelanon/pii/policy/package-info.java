/** What users want kept and blanked, by type of text. */
@NullMarked
package org.pixelanon.pii.policy;

import org.jspecify.annotations.NullMarked;
