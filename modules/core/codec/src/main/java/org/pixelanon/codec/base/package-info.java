/**
 * Common types of all codecs: shapes of frames, samples, codestreams, markers, Huffman codes,
 * embedded pictures.
 */
@NullMarked
package org.pixelanon.codec.base;

import org.jspecify.annotations.NullMarked;
