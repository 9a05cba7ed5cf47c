package org.pixelanon.pipeline.report;

import java.util.List;

/**
 * What comparing copies with their originals showed.
 *
 * @param copies each pair, and each file that is on one side only, in the order of their names
 * @param passedOver originals that are not DICOM and have no copy
 * @param otherRows how many rows of the list are about other files
 */
public record VerifyResult(List<CopyProof> copies, int passedOver, int otherRows) {

    /** Copies the list. */
    public VerifyResult {
        copies = List.copyOf(copies);
    }

    /**
     * How many files showed something.
     *
     * @param result what they showed
     * @return the number
     */
    public long count(CopyProof.Result result) {
        return copies.stream().filter(c -> c.result() == result).count();
    }

    /**
     * Returns whether all copies are proven, and there is any.
     *
     * @param missingAllowed whether originals may have no copy
     * @return true if nothing is left to doubt
     */
    public boolean holds(boolean missingAllowed) {
        return copies.stream().anyMatch(CopyProof::holds)
                && copies.stream()
                        .allMatch(
                                c ->
                                        c.holds()
                                                || missingAllowed
                                                        && c.result() == CopyProof.Result.NO_COPY);
    }
}
