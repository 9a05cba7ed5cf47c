/**
 * Commands whose work many processes share: each is told the same options and a part of the files.
 */
@NullMarked
package org.pixelanon.cli.batch;

import org.jspecify.annotations.NullMarked;
