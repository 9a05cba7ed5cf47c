/**
 * The review session behind the windows: files, planes, items, edits, history. Knows no window
 * toolkit and no platform; what must not run on the event thread runs on the session's workers.
 */
@NullMarked
package org.pixelanon.workbench.session;

import org.jspecify.annotations.NullMarked;
