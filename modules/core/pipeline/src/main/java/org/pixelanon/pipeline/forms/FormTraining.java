package org.pixelanon.pipeline.forms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.form.FormClassifier;
import org.pixelanon.pipeline.PipelineException;

/**
 * Trains a model on files of a user: logistic regression on the features of the classifier, both
 * classes weighing the same. It starts from the classifier's own answer and departs from it as far
 * as the files ask for, so that few files spoil nothing.
 */
public final class FormTraining {

    private static final int STEPS = 3000;
    private static final double RATE = .1;

    /** How much a departure costs, for each unit of deviation of a feature, squared. */
    private static final double PENALTY = .01;

    private final FormClassifier classifier;
    private final List<List<Double>> rows = new ArrayList<>();
    private final List<Boolean> truth = new ArrayList<>();

    /**
     * Trains with a classifier.
     *
     * @param classifier not closed by this
     * @throws PipelineException if it gives no features
     */
    public FormTraining(FormClassifier classifier) throws PipelineException {
        if (classifier.network().isEmpty()) {
            throw new PipelineException(classifier.name() + " provides no features for training");
        }
        this.classifier = classifier;
    }

    /**
     * Learns from a picture.
     *
     * @param picture as {@link SamplePicture} reads it
     * @param form what it is
     * @throws IOException if it cannot be looked at
     */
    public void add(PlaneImage picture, boolean form) throws IOException {
        rows.add(OwnFormModel.inputs(classifier.look(picture)));
        truth.add(form);
    }

    /**
     * What was learned.
     *
     * @return the model
     * @throws PipelineException if there were not both forms and pictures
     */
    public OwnFormModel model() throws PipelineException {
        if (!truth.contains(true) || !truth.contains(false)) {
            throw new PipelineException("training needs forms and pictures");
        }
        int inputs = rows.get(0).size();
        double[] mean = new double[inputs];
        double[] deviation = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            int at = i;
            mean[i] = rows.stream().mapToDouble(r -> r.get(at)).average().orElseThrow();
            double squares = rows.stream().mapToDouble(r -> square(r.get(at) - mean[at])).sum();
            deviation[i] = Math.max(1e-6, Math.sqrt(squares / rows.size()));
        }
        double[] start = new double[inputs + 1];
        start[0] = deviation[0]; // the answer itself
        start[inputs] = mean[0];
        double[] weights = descend(start, mean, deviation);
        List<Double> plain = new ArrayList<>();
        double bias = weights[inputs];
        for (int i = 0; i < inputs; i++) {
            plain.add(weights[i] / deviation[i]);
            bias -= weights[i] / deviation[i] * mean[i];
        }
        return new OwnFormModel(classifier.network(), plain, bias);
    }

    private double[] descend(double[] start, double[] mean, double[] deviation) {
        int inputs = mean.length;
        long forms = truth.stream().filter(t -> t).count();
        double[] weights = start.clone();
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[inputs + 1];
            for (int i = 0; i < inputs; i++) {
                slope[i] = PENALTY * (weights[i] - start[i]);
            }
            for (int row = 0; row < rows.size(); row++) {
                double[] x = new double[inputs];
                double sum = weights[inputs];
                for (int i = 0; i < inputs; i++) {
                    x[i] = (rows.get(row).get(i) - mean[i]) / deviation[i];
                    sum += weights[i] * x[i];
                }
                boolean form = truth.get(row);
                double error = 1 / (1 + Math.exp(-sum)) - (form ? 1 : 0);
                error /= 2.0 * (form ? forms : rows.size() - forms);
                for (int i = 0; i < inputs; i++) {
                    slope[i] += error * x[i];
                }
                slope[inputs] += error;
            }
            for (int i = 0; i <= inputs; i++) {
                weights[i] -= RATE * slope[i];
            }
        }
        return weights;
    }

    private static double square(double x) {
        return x * x;
    }
}
