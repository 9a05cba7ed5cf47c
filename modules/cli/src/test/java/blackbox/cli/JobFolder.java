package blackbox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** A folder of small files with known outcomes, and the outcomes in a manifest. */
final class JobFolder {

    private static final int ICON = 0x00880200;
    private static final Pattern FIELD =
            Pattern.compile("\"(key|outcome)\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    final Path in;
    final Path out;
    final Path manifest;

    JobFolder(Path folder) throws IOException {
        in = Files.createDirectories(folder.resolve("in"));
        out = folder.resolve("out");
        manifest = folder.resolve("job.manifest");
    }

    private static SampleFile image(int value) {
        return SampleFile.of(12, 16)
                .samples((f, r, c, k) -> value)
                .with(
                        b ->
                                b.text(0x00080070, "LO", "Drawn")
                                        .text(0x00081090, "LO", "Model " + value));
    }

    Path clean(String name, int value) throws IOException {
        return image(value).write(below(name), Syntax.EXPLICIT);
    }

    /** Outside its region everything is blanked with {@code --us-regions}. */
    Path redacted(String name) throws IOException {
        return image(90)
                .with(
                        b ->
                                b.text(0x00080060, "CS", "US")
                                        .sequence(0x00186011, Command.region(4, 4, 10, 8)))
                .write(below(name), Syntax.EXPLICIT);
    }

    /** Holds a picture that nobody processes. */
    Path doubtful(String name) throws IOException {
        DicomBuilder icon =
                new DicomBuilder()
                        .numbers(0x00280002, "US", 1)
                        .text(0x00280004, "CS", "MONOCHROME2")
                        .numbers(0x00280010, "US", 2)
                        .numbers(0x00280011, "US", 2)
                        .numbers(0x00280100, "US", 8)
                        .numbers(0x00280101, "US", 8)
                        .numbers(0x00280102, "US", 7)
                        .numbers(0x00280103, "US", 0)
                        .bytes(0x7FE00010, "OB", new byte[] {1, 2, 3, 4});
        return image(30).with(b -> b.sequence(ICON, icon)).write(below(name), Syntax.EXPLICIT);
    }

    Path broken(String name) throws IOException {
        Path file = clean(name, 60);
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(bytes, bytes.length - 50));
    }

    Path below(String name) throws IOException {
        Path file = in.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    /** One file for each outcome. */
    void mixed() throws IOException {
        clean("a/clean.dcm", 40);
        redacted("a/redacted.dcm");
        doubtful("b/doubtful.dcm");
        broken("b/broken.dcm");
        Files.writeString(below("b/notes.txt"), "no image\n");
    }

    Command run(Object... more) {
        List<Object> all =
                new ArrayList<>(List.of("anonymise", in, "-q", "-o", out, "--manifest", manifest));
        all.addAll(List.of("--us-regions", "--effort", "fast"));
        all.addAll(List.of(more));
        return Command.run(all.toArray());
    }

    List<String> lines() throws IOException {
        return Files.readAllLines(manifest);
    }

    /** File below the inputs to outcome, the last one. */
    Map<String, String> ends() throws IOException {
        Map<String, String> ends = new LinkedHashMap<>();
        for (String line : lines().subList(1, lines().size())) {
            Matcher field = FIELD.matcher(line);
            String key = field.find() ? field.group(2) : "";
            ends.put(
                    in.toAbsolutePath().relativize(Path.of(key)).toString(),
                    field.find() ? field.group(2) : "");
        }
        return ends;
    }
}
