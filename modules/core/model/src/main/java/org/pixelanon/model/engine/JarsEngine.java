package org.pixelanon.model.engine;

/**
 * A detector that needs jars that we cannot distribute and users add, in the folder of its name in
 * {@code extensions}.
 */
public interface JarsEngine extends DetectorEngine {

    /**
     * The same with the jars.
     *
     * @param jars the classes and resources of all of them, apart from those of the program
     * @return an engine that uses them
     */
    DetectorEngine with(ClassLoader jars);
}
