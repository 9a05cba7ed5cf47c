/** Buckets and archives in the workbench: connections, profiles, and the key of the profiles. */
@NullMarked
package org.pixelanon.workbench.source;

import org.jspecify.annotations.NullMarked;
