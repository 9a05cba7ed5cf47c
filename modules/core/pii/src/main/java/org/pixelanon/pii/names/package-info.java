/** A model that finds names in lines and can only veto their release. */
@NullMarked
package org.pixelanon.pii.names;

import org.jspecify.annotations.NullMarked;
