/** What is blanked in one file: because of found text, rules, or the file's own tags. */
@NullMarked
package org.pixelanon.pipeline.decide;

import org.jspecify.annotations.NullMarked;
