/** Tests of what is read out of MongoDB. */
@NullMarked
package blackbox.mongodb;

import org.jspecify.annotations.NullMarked;
