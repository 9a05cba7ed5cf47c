/** Stanford CoreNLP, from jars that users bring. */
@NullMarked
package org.pixelanon.pii.stanford;

import org.jspecify.annotations.NullMarked;
