/**
 * The review without its windows: files, planes, items, edits, history. It does not depend on a
 * window toolkit or platform, and what must not run on the event thread runs on the session's
 * workers.
 */
@NullMarked
package org.pixelanon.review;

import org.jspecify.annotations.NullMarked;
