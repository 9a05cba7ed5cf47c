package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.Decision;
import org.pixelanon.pipeline.output.SecondLook;
import org.pixelanon.pipeline.report.FileResult;

/** What a source decided about one file, and what it is told of the work on it. */
interface FileDecisions {

    /** Why a person must decide; empty if the decisions can be carried out. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /** What is to be done. */
    List<Decision> all();

    /** Looks at the copy before it is published. */
    default SecondLook secondLook() {
        return SecondLook.NONE;
    }

    /** Told of what a dry run would write. */
    default void planned(FileResult result) throws IOException {}

    /** Told of a proven copy before it is published, and again if it could not be. */
    void proven(FileResult result) throws IOException;

    /** Told of a file that is not written because a person must look at it. */
    default void withheld(FileResult result) throws IOException {}

    /**
     * The result with what people should know of it.
     *
     * @param ruled what the tags' sources noted
     */
    FileResult noted(FileResult result, List<String> ruled) throws IOException;
}
