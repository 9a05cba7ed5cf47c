/**
 * The two public languages of pixel rules, recipes of pydicom/deid and scripts of the RSNA CTP
 * DicomPixelAnonymizer: parsed, matched against Attributes, placed on planes, written back. Values
 * are immutable; nothing here opens a file but {@link org.pixelanon.rules.RuleBook}.
 */
@NullMarked
package org.pixelanon.rules;

import org.jspecify.annotations.NullMarked;
