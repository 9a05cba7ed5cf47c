package org.pixelanon.viewer;

import java.io.IOException;
import java.nio.file.Path;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.Failures;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.workbench.Workbench;

/** Sample files for trying the workbench, with their own database. Used on the event thread. */
@Messages({
    "MSG_Drawing=Drawing sample files\u2026",
    "# {0} - why",
    "MSG_NoSamples=The sample files could not be drawn: {0}"
})
final class SampleFiles {

    private static final int COUNT = 12;
    private static final long SEED = 1;

    private SampleFiles() {}

    /** Draws missing files and opens all. */
    static void open(Workbench workbench) {
        StatusDisplayer.getDefault().setStatusText(Bundle.MSG_Drawing());
        Path place = workbench.settings().userFile("samples");
        workbench
                .session()
                .workers()
                .answer(workbench.session().workers().background(), () -> draw(place))
                .whenComplete(
                        (files, problem) -> {
                            if (problem == null) {
                                workbench.openApart(files, place.resolve("database"));
                            } else {
                                String why = Failures.why(problem);
                                StatusDisplayer.getDefault()
                                        .setStatusText(Bundle.MSG_NoSamples(why));
                            }
                        });
    }

    private static Path draw(Path place) throws IOException {
        Path files = place.resolve("files");
        SampleSet.write(files, COUNT, SEED);
        return files;
    }
}
