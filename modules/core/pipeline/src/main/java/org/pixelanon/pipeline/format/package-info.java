/**
 * Lists, rows and pictures as they are read and written, most of them in the Python tool's forms.
 */
@NullMarked
package org.pixelanon.pipeline.format;

import org.jspecify.annotations.NullMarked;
