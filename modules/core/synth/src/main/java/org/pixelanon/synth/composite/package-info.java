/**
 * Burns text into real images, so that every pixel of ink is known. Each picture, font, word,
 * template and text is used only for training, for development or for held-out composites.
 */
@NullMarked
package org.pixelanon.synth.composite;

import org.jspecify.annotations.NullMarked;
