/** Scanned forms: planes that are paper. */
@NullMarked
package org.pixelanon.model.form;

import org.jspecify.annotations.NullMarked;
