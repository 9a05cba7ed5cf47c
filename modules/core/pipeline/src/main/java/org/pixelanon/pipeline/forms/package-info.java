/** Users' own models of scanned forms: trained on their files, tested, and used. */
@NullMarked
package org.pixelanon.pipeline.forms;

import org.jspecify.annotations.NullMarked;
