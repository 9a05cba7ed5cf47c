/** Named credentials and other settings in an encrypted file. */
@NullMarked
package org.pixelanon.sources.profile;

import org.jspecify.annotations.NullMarked;
