package org.pixelanon.store;

/**
 * What became of rows from elsewhere.
 *
 * @param added rows and marks that were new
 * @param changed those that were there with another judgement and an earlier change
 * @param kept those that were there with another judgement and no earlier change
 * @param same those that were there alike
 */
public record ImportCounts(int added, int changed, int kept, int same) {}
