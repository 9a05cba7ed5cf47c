/**
 * Burns text into real images, so that every pixel of ink is known. Pictures, fonts, words,
 * templates and texts belong to training, development or held-out composites, each to one of them.
 */
@NullMarked
package org.pixelanon.synth.composite;

import org.jspecify.annotations.NullMarked;
