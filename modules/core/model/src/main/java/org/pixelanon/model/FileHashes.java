package org.pixelanon.model;

import java.util.Optional;

/**
 * Which bytes an outcome is about: SHA-256 (FIPS 180-4) in hexadecimal digits, lower case.
 *
 * @param input of the file that was read
 * @param output of the copy that was written, if there is one
 */
public record FileHashes(String input, Optional<String> output) {}
