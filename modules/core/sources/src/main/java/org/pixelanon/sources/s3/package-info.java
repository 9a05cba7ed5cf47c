/** Amazon S3 and stores that speak its protocol. */
@NullMarked
package org.pixelanon.sources.s3;

import org.jspecify.annotations.NullMarked;
