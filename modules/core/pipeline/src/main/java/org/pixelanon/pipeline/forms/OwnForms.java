package org.pixelanon.pipeline.forms;

import java.io.IOException;
import java.nio.file.Path;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.form.FormAnswer;
import org.pixelanon.model.form.FormClassifier;
import org.pixelanon.pipeline.PipelineException;

/** A classifier whose answers are weighed by a model of the user. */
public final class OwnForms implements FormClassifier {

    private final FormClassifier classifier;
    private final OwnFormModel model;

    private OwnForms(FormClassifier classifier, OwnFormModel model) {
        this.classifier = classifier;
        this.model = model;
    }

    /**
     * Weighs the answers of a classifier.
     *
     * @param classifier closed with this, and if this fails
     * @param model the model
     * @param file where it is from, for messages
     * @return the classifier that users asked for
     * @throws PipelineException if the model was trained with another network
     */
    public static FormClassifier of(FormClassifier classifier, OwnFormModel model, Path file)
            throws PipelineException {
        if (!classifier.network().equals(model.network()) || model.network().isEmpty()) {
            classifier.close();
            throw new PipelineException(
                    file + ": was trained with a different network than " + classifier.name());
        }
        return new OwnForms(classifier, model);
    }

    @Override
    public String name() {
        return classifier.name();
    }

    @Override
    public String network() {
        return classifier.network();
    }

    @Override
    public FormAnswer look(PlaneImage plane) throws IOException {
        return model.weigh(classifier.look(plane));
    }

    @Override
    public void close() {
        classifier.close();
    }
}
