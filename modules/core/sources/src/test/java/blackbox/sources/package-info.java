/** Tests of the sources through what they offer. */
@NullMarked
package blackbox.sources;

import org.jspecify.annotations.NullMarked;
