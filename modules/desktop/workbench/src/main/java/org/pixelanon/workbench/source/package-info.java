/**
 * Buckets and archives in the workbench: their connections, their profiles, and the key of these.
 */
@NullMarked
package org.pixelanon.workbench.source;

import org.jspecify.annotations.NullMarked;
