/** What finds and reads text in rendered planes. */
@NullMarked
package org.pixelanon.model.text;

import org.jspecify.annotations.NullMarked;
