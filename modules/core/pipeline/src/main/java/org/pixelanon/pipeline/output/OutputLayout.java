package org.pixelanon.pipeline.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.sources.remote.RemotePath;

/**
 * Where each input's output goes: below one folder, at the path the input had below its INPUT
 * argument.
 *
 * @param folder the output folder
 * @param strip prefix taken off an input's path to get its path below the folder ({@code
 *     --relative-path}); null for none
 * @param overwrite whether an existing target may be replaced
 * @param inPlace whether the output may be the input itself
 * @param flushed whether an output is on the disk before it is said to be written
 */
public record OutputLayout(
        Path folder, @Nullable Path strip, boolean overwrite, boolean inPlace, boolean flushed) {

    /** Why an input has no output whose place another has, too. */
    static final String SHARED = "another input has the same output";

    /**
     * Outputs that are on the disk before they are said to be written.
     *
     * @param folder the output folder
     * @param strip prefix taken off an input's path; null for none
     * @param overwrite whether an existing target may be replaced
     * @param inPlace whether the output may be the input itself
     */
    public OutputLayout(Path folder, @Nullable Path strip, boolean overwrite, boolean inPlace) {
        this(folder, strip, overwrite, inPlace, true);
    }

    /**
     * Targets and the inputs that can have none.
     *
     * @param targets input to target
     * @param problems input to reason
     */
    public record Targets(Map<InputFile, Path> targets, Map<InputFile, String> problems)
            implements OutputPlaces {

        @Override
        public @Nullable Path target(InputFile input) {
            return targets.get(input);
        }

        @Override
        public @Nullable String problem(InputFile input) {
            return problems.get(input);
        }

        @Override
        public void each(Taker taker) throws IOException {
            for (Path target : targets.values()) {
                taker.place(target);
            }
        }
    }

    /**
     * Gives each input its target. If two inputs would have the same, and no prefix says what is
     * taken off their paths, each input keeps its path below the folder that all of them lie in,
     * whatever their order is.
     *
     * @param inputs all inputs of the run
     * @return targets; two inputs with one target are both problems, so that neither overwrites the
     *     other
     */
    public Targets assign(List<InputFile> inputs) {
        Map<InputFile, Path> places = new LinkedHashMap<>();
        inputs.forEach(input -> place(input).ifPresent(p -> places.put(input, p)));
        boolean tree = !inPlace && strip == null && !shared(places).isEmpty();
        Map<InputFile, Path> targets = tree ? inTree(inputs) : places;
        Map<InputFile, String> problems = new HashMap<>();
        for (InputFile input : inputs) {
            if (!targets.containsKey(input)) {
                problems.put(input, noPlace());
            }
        }
        shared(targets).forEach(i -> problems.put(i, SHARED));
        problems.keySet().forEach(targets::remove);
        return new Targets(targets, problems);
    }

    /** Why an input has no place. */
    String noPlace() {
        return strip == null
                ? "would be outside " + folder
                : "path does not begin with " + strip + " (--relative-path)";
    }

    /** The inputs whose places others have, too. */
    private static Set<InputFile> shared(Map<InputFile, Path> places) {
        Set<InputFile> shared = new HashSet<>();
        Map<Path, InputFile> taken = new HashMap<>();
        Map<Path, Path> real = new HashMap<>();
        places.forEach(
                (input, place) -> {
                    InputFile other = taken.putIfAbsent(canonical(place, real), input);
                    if (other != null) {
                        shared.add(other);
                        shared.add(input);
                    }
                });
        return shared;
    }

    /** The places below the folder that all inputs lie in. */
    private Map<InputFile, Path> inTree(List<InputFile> inputs) {
        Path common = whole(inputs.get(0)).getParent();
        for (InputFile input : inputs) {
            while (common != null && !whole(input).startsWith(common)) {
                common = common.getParent();
            }
        }
        Map<InputFile, Path> places = new LinkedHashMap<>();
        for (InputFile input : inputs) {
            placeInTree(input, common).ifPresent(place -> places.put(input, place));
        }
        return places;
    }

    /** The place below the folder that all inputs lie in. */
    Optional<Path> placeInTree(InputFile input, @Nullable Path common) {
        return common == null
                ? Optional.empty()
                : Optional.of(folder.resolve(common.relativize(whole(input))));
    }

    static Path whole(InputFile input) {
        return input.path().toAbsolutePath().normalize();
    }

    /** The place that an input has for itself. */
    Optional<Path> place(InputFile input) {
        if (inPlace) {
            return Optional.of(input.path());
        }
        Path below = input.below();
        if (strip != null) {
            Path absolute = whole(input);
            Path prefix = strip.toAbsolutePath().normalize();
            if (!absolute.startsWith(prefix)) {
                return Optional.empty();
            }
            below = prefix.relativize(absolute);
        }
        Path place = below.normalize();
        return place.isAbsolute() || place.startsWith("..")
                ? Optional.empty()
                : Optional.of(folder.resolve(place));
    }

    /** One path for all that lead to a place; folders that are not there yet are what they say. */
    static Path canonical(Path target, Map<Path, Path> known) {
        Path absolute = target.toAbsolutePath();
        Path parent = absolute.getParent();
        return parent == null
                ? absolute
                : known.computeIfAbsent(parent, OutputLayout::real)
                        .resolve(absolute.getFileName())
                        .normalize();
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            // not there, or not to be looked at: then nothing can be written there either
            Path parent = folder.getParent();
            return parent == null ? folder : real(parent).resolve(folder.getFileName());
        }
    }

    /**
     * Tells why a target must not be written now.
     *
     * @param input the input
     * @param target its target
     * @param resume whether an output that exists is looked at first
     * @return the reason, or empty if it may be written
     * @throws IOException if the file system does not answer
     */
    public Optional<String> refusal(InputFile input, Path target, boolean resume)
            throws IOException {
        if (inPlace && RemotePath.is(target)) {
            return Optional.of("objects are not redacted in place; give another place with -o");
        }
        Optional<String> obstacle = obstacle(target);
        if (obstacle.isPresent() || !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return obstacle;
        }
        if (Files.isSameFile(input.path(), target)) {
            return inPlace
                    ? refusalOfReplacing(target)
                    : Optional.of("output is the input itself (--in-place allows it)");
        }
        return overwrite || resume
                ? Optional.empty()
                : Optional.of("output exists (--overwrite or --resume)");
    }

    /**
     * What keeps a target from being a file below the output folder: a symbolic link, which may
     * lead anywhere, or something that is neither folder nor file. The output folder itself may be
     * a link. Stores have no links.
     *
     * @param target the target
     * @return the reason with the name of what is in the way; empty in place
     * @throws IOException if the file system does not answer
     */
    Optional<String> obstacle(Path target) throws IOException {
        if (inPlace || RemotePath.is(folder)) {
            return Optional.empty();
        }
        Path at = folder;
        for (Path name : folder.relativize(target)) {
            at = at.resolve(name);
            try {
                BasicFileAttributes is =
                        Files.readAttributes(
                                at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (is.isSymbolicLink()) {
                    return Optional.of("output would be written through the link " + at);
                }
                boolean last = at.equals(target);
                if (last ? !is.isRegularFile() : !is.isDirectory()) {
                    return Optional.of(at + (last ? " is not a file" : " is not a folder"));
                }
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A file with several names would keep what is blanked under the others. */
    private static Optional<String> refusalOfReplacing(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return Optional.of("is a symbolic link; --in-place would replace it, not its target");
        }
        boolean counted = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        int names = counted ? (Integer) Files.getAttribute(file, "unix:nlink") : 1;
        return names > 1
                ? Optional.of("has " + names + " hard links; --in-place would redact only this one")
                : Optional.empty();
    }
}
