/** Documents of images in MongoDB, as SmiServices stores them: one per instance. Read-only. */
@NullMarked
package org.pixelanon.mongodb;

import org.jspecify.annotations.NullMarked;
