/** Unpacks native libraries from the jars so that JNA finds them. */
@NullMarked
package org.pixelanon.natives;

import org.jspecify.annotations.NullMarked;
