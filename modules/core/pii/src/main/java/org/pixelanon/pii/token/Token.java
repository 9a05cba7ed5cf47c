package org.pixelanon.pii.token;

/**
 * A part of a line and what it is.
 *
 * @param type what it is
 * @param rule the evidence: which rule, and the file and line it rests on; never the text
 * @param confidence 0 to 1; below 1 if something was taken for a misreading
 */
public record Token(TokenType type, String rule, double confidence) {}
