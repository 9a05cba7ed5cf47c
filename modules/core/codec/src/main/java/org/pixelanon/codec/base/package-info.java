/**
 * What every codec speaks of: a frame's shape, its samples, codestreams, markers, Huffman codes,
 * pictures inside.
 */
@NullMarked
package org.pixelanon.codec.base;

import org.jspecify.annotations.NullMarked;
