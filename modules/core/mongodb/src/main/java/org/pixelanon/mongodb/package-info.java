/** Documents of images in MongoDB, as SmiServices stores them: one an instance. Never writes. */
@NullMarked
package org.pixelanon.mongodb;

import org.jspecify.annotations.NullMarked;
