/**
 * What the words and numbers of a line are: measurements, technique, markers, anatomy and so on, or
 * unknown. A line is harmless if every one of them is.
 */
@NullMarked
package org.pixelanon.pii.token;

import org.jspecify.annotations.NullMarked;
