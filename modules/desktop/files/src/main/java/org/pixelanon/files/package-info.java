/** The view <em>Files</em>: the files under review, with filter, search and progress. */
@NullMarked
package org.pixelanon.files;

import org.jspecify.annotations.NullMarked;
