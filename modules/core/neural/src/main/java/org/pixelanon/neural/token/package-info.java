/** Input and output of transformers that judge text: word pieces and labels. */
@NullMarked
package org.pixelanon.neural.token;

import org.jspecify.annotations.NullMarked;
