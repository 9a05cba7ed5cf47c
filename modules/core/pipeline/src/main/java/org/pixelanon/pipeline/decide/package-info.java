/**
 * What is to be blanked in one file: by the text that is found, by rules, by what the file says of
 * itself.
 */
@NullMarked
package org.pixelanon.pipeline.decide;

import org.jspecify.annotations.NullMarked;
