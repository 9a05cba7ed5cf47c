package org.pixelanon.model.form;

import java.util.List;

/**
 * A classifier's answer about a plane.
 *
 * @param likelihood 0 to 1; more than a half says that it is a scanned form
 * @param features what the answer was made from, always as many; none if users cannot train with
 *     them
 */
public record FormAnswer(double likelihood, List<Double> features) {

    private static final double HALF = .5;

    /** Checks the likelihood and copies the features. */
    public FormAnswer {
        features = List.copyOf(features);
        if (!(likelihood >= 0 && likelihood <= 1)) {
            throw new IllegalArgumentException("likelihood " + likelihood);
        }
    }

    /**
     * What it comes to.
     *
     * @return true for a scanned form
     */
    public boolean isForm() {
        return likelihood > HALF;
    }
}
