package org.pixelanon.model.form;

import java.io.IOException;
import org.pixelanon.model.PlaneImage;

/** Tells scanned forms from other images. Used by one worker at a time; the creator closes it. */
public interface FormClassifier extends AutoCloseable {

    /**
     * By which reports call it.
     *
     * @return the name of its engine
     */
    String name();

    /**
     * What its features come from, so that a model of a user is not used with others.
     *
     * @return the SHA-256 of the network in hexadecimal digits; empty if it gives no features
     */
    String network();

    /**
     * Looks at a plane.
     *
     * @param plane as it is rendered for the eye
     * @return what it is taken for
     * @throws IOException if it cannot be looked at
     */
    FormAnswer look(PlaneImage plane) throws IOException;

    @Override
    void close();
}
