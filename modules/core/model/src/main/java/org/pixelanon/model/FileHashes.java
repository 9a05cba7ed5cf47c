package org.pixelanon.model;

import org.jspecify.annotations.Nullable;

/**
 * Which bytes an outcome is about: SHA-256 (FIPS 180-4) in hexadecimal digits, lower case.
 *
 * @param input of the file that was read
 * @param output of the copy that was written; null if there is none
 */
public record FileHashes(String input, @Nullable String output) {}
