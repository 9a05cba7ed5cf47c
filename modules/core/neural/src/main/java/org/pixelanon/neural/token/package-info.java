/** What transformers that judge text take and answer: pieces of words, and labels. */
@NullMarked
package org.pixelanon.neural.token;

import org.jspecify.annotations.NullMarked;
