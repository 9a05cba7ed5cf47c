package blackbox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Files with known UIDs, and commands that reach a store. */
final class S3Folder {

    private final Path folder;

    S3Folder(Path folder) {
        this.folder = folder;
        // what the account's own keys are for the library; a test cannot set its environment
        System.setProperty("aws.accessKeyId", S3Server.KEY_ID);
        System.setProperty("aws.secretAccessKey", S3Server.SECRET);
        System.setProperty("aws.region", "us-east-1");
    }

    Path in(String name) {
        return folder.resolve(name);
    }

    static byte[] image(String study, String series, String instance) throws IOException {
        return image(20, study, series, instance);
    }

    /** A grey square of so many rows. */
    static byte[] image(int rows, String study, String series, String instance) throws IOException {
        return SampleFile.of(rows, rows)
                .samples((f, r, c, k) -> (r * 7 + c) % 200)
                .with(
                        b ->
                                b.text(0x0020_000D, "UI", study)
                                        .text(0x0020_000E, "UI", series)
                                        .text(0x0008_0018, "UI", instance))
                .toBytes(Syntax.EXPLICIT);
    }

    /** Puts a file where an object is. */
    static void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Runs a command that reaches a store on a port. */
    static Command at(int port, Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(S3Server.reach(port));
        return Command.run(all.toArray());
    }
}
