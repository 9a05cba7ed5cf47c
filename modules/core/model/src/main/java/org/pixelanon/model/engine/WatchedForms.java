package org.pixelanon.model.engine;

import java.io.IOException;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.form.FormAnswer;
import org.pixelanon.model.form.FormClassifier;

/** A form classifier with a time limit; if it throws, the current file fails. */
final class WatchedForms implements FormClassifier {

    private final String name;
    private final Watched<FormClassifier> forms;

    /**
     * Watches a classifier.
     *
     * @param name by which users chose it
     * @param forms closed with this
     */
    WatchedForms(String name, Watched<FormClassifier> forms) {
        this.name = name;
        this.forms = forms;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String network() {
        return "";
    }

    @Override
    public FormAnswer look(PlaneImage plane) throws IOException {
        return forms.call((long) plane.width() * plane.height(), f -> f.look(plane));
    }

    @Override
    public void close() {
        forms.close();
    }
}
