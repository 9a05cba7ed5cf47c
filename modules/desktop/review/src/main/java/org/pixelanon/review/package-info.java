/**
 * The review behind the windows: files, planes, items, edits, history; it knows no window toolkit
 * and no platform, and what must not run on the event thread runs on the session's workers.
 */
@NullMarked
package org.pixelanon.review;

import org.jspecify.annotations.NullMarked;
