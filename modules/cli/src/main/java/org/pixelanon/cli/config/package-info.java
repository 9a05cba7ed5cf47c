/** Options set in files and in the environment. */
@NullMarked
package org.pixelanon.cli.config;

import org.jspecify.annotations.NullMarked;
