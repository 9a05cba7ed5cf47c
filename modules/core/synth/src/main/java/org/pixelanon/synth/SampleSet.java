package org.pixelanon.synth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A set of drawn files. The same seed gives the same bytes on every machine, except for {@link
 * SampleKind#JPEG_CINE} and for fonts of the machine. File number n depends on the seed and on n,
 * not on how many files are drawn. Immutable and thread-safe.
 */
public final class SampleSet {

    /** The name of the truth file. */
    public static final String TRUTH = "truth.json";

    private final long seed;
    private final List<SampleKind> kinds;
    private final boolean machineFonts;

    private SampleSet(long seed, List<SampleKind> kinds, boolean machineFonts) {
        this.seed = seed;
        this.kinds = List.copyOf(kinds);
        this.machineFonts = machineFonts;
    }

    /**
     * A set of all kinds, drawn with our own fonts.
     *
     * @param seed any number
     * @return the set
     */
    public static SampleSet of(long seed) {
        return new SampleSet(seed, List.of(SampleKind.values()), false);
    }

    /**
     * The same set with other kinds.
     *
     * @param newKinds at least one; they take turns
     * @return the set
     */
    public SampleSet kinds(List<SampleKind> newKinds) {
        if (newKinds.isEmpty()) {
            throw new IllegalArgumentException("no kinds");
        }
        return new SampleSet(seed, newKinds, machineFonts);
    }

    /**
     * The same set with about half of its texts in the logical fonts of the JDK. Its bytes may
     * differ between machines, and the machine must have fonts.
     *
     * @return the set
     */
    public SampleSet withMachineFonts() {
        return new SampleSet(seed, kinds, true);
    }

    /**
     * Draws files of all kinds with our own fonts and writes them and {@value #TRUTH}.
     *
     * @param folder where; made if absent, files of the same name are replaced
     * @param count how many files, at least 0
     * @param seed any number
     * @return the files, without the truth
     * @throws IOException if something cannot be written
     */
    public static List<Path> write(Path folder, int count, long seed) throws IOException {
        return of(seed).write(folder, count);
    }

    /**
     * Draws and writes files, the truth last: if it exists, the set is complete.
     *
     * @param folder where; made if absent, files of the same name are replaced
     * @param count how many files, at least 0
     * @return the files, without the truth
     * @throws IOException if something cannot be written
     */
    public List<Path> write(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(TRUTH));
        People people = new People(seed);
        List<Path> files = new ArrayList<>();
        try (TruthWriter truth = new TruthWriter()) {
            for (int i = 0; i < count; i++) {
                DrawnFile drawn = draw(i, people);
                String name =
                        String.format(Locale.ROOT, "%05d-%s.dcm", i + 1, drawn.kind().label());
                byte[] bytes = drawn.toBytes();
                files.add(Files.write(folder.resolve(name), bytes));
                truth.add(name, bytes, drawn);
            }
            Files.write(folder.resolve(TRUTH), truth.finish());
        }
        return files;
    }

    /**
     * Draws one file of the set.
     *
     * @param index 0-based
     * @return the file with its truth
     */
    public DrawnFile draw(int index) {
        return draw(index, new People(seed));
    }

    private DrawnFile draw(int index, People people) {
        SampleKind kind = kinds.get(index % kinds.size());
        Chance chance = new Chance(Chance.mix(seed) + Chance.mix(index + 1L));
        return new Painter(Scene.of(kind, new Fonts(machineFonts), people, chance)).draw();
    }
}
