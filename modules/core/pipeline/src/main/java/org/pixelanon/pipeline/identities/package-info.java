/** What people know of the patients of files whose own tags do not say it. */
@NullMarked
package org.pixelanon.pipeline.identities;

import org.jspecify.annotations.NullMarked;
