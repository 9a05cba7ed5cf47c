/**
 * Files of one device together: what tells groups, their pictures, and what a whole group lacks.
 */
@NullMarked
package org.pixelanon.pipeline.group;

import org.jspecify.annotations.NullMarked;
