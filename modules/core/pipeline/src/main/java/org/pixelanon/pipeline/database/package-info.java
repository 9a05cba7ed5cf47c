/**
 * What a run knows from the shared database and writes there, and the database as lists, dumps and
 * rules.
 */
@NullMarked
package org.pixelanon.pipeline.database;

import org.jspecify.annotations.NullMarked;
