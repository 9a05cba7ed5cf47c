package blackbox.cli;

import static blackbox.cli.Command.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.synth.DrawnFile;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;

/** A folder with drawn files, and their copies below {@code out}. */
final class WorkFolder {

    private final Path folder;

    WorkFolder(Path folder) {
        this.folder = folder;
    }

    Path in(String name) {
        return folder.resolve(name);
    }

    Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    /** Redacts into {@code out} below the folder; the exit code. */
    int redact(Object... options) {
        List<Object> all = new ArrayList<>(List.of("redact", "-q", "-o", folder.resolve("out")));
        all.addAll(List.of(options));
        return run(all.toArray()).code();
    }

    Path drawn(SampleKind kind) throws IOException {
        DrawnFile file = SampleSet.of(5).kinds(List.of(kind)).draw(0);
        return Files.write(in(kind.label() + ".dcm"), file.toBytes());
    }

    static SampleFile grey(int value) {
        return SampleFile.of(20, 30).samples((f, r, c, k) -> value);
    }
}
