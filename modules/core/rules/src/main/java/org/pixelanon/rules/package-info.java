/**
 * The two public languages of pixel rules, recipes of pydicom/deid and scripts of the RSNA CTP
 * DicomPixelAnonymizer: parsed, matched against Attributes, placed on planes, written back. Values
 * are immutable; only {@link org.pixelanon.rules.RuleBook} opens files.
 */
@NullMarked
package org.pixelanon.rules;

import org.jspecify.annotations.NullMarked;
