/**
 * The use cases: find the files, scan them for text, decide, redact, verify, report. One class with
 * one public method per use case; everything they need is handed in, so that the command line, the
 * workbench and a cluster job call the same code.
 */
@NullMarked
package org.pixelanon.pipeline;

import org.jspecify.annotations.NullMarked;
