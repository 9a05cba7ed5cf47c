package org.pixelanon.store.claims;

import java.time.Instant;

/**
 * That a person has a file for review.
 *
 * @param filename the name as it is in the database
 * @param person the account
 * @param since when it was claimed
 * @param until when it ends unless it is renewed
 */
public record Claim(String filename, String person, Instant since, Instant until) {}
