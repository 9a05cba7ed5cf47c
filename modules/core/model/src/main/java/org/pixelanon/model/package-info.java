/**
 * The terms of the domain as immutable values, pure functions on them, and the few service
 * interfaces that other modules implement. Knows no file format, no library and no window.
 */
@NullMarked
package org.pixelanon.model;

import org.jspecify.annotations.NullMarked;
