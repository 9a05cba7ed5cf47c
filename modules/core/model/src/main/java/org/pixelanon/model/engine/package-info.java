/**
 * Services that read or judge text: their descriptions, and those that were found. {@code
 * docs/extending.md} shows how to add one.
 */
@NullMarked
package org.pixelanon.model.engine;

import org.jspecify.annotations.NullMarked;
