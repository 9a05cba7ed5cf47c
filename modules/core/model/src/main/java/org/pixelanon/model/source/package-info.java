/** Sources and targets outside the file system: object stores and archives, by URL. */
@NullMarked
package org.pixelanon.model.source;

import org.jspecify.annotations.NullMarked;
