/**
 * The types of the words and numbers of a line: measurement, technique, marker, anatomy and so on,
 * or unknown. A line is harmless if every part of it is.
 */
@NullMarked
package org.pixelanon.pii.token;

import org.jspecify.annotations.NullMarked;
