package org.pixelanon.pipeline.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.sources.remote.RemotePath;

/**
 * Files by their names, to find those that a name in a list may mean: the file of just that name,
 * files whose names differ from it only in how accents are composed (Unicode NFC and NFD), and
 * other names of the same file. Not thread-safe.
 *
 * @param <T> what stands for a file
 */
final class NameIndex<T> {

    private final RelativeNames relative;
    private final Map<String, Set<T>> exact = new HashMap<>();
    private final Map<String, Set<T>> alike = new HashMap<>();
    private final Map<Object, Set<T>> same = new HashMap<>();

    /**
     * Begins an index.
     *
     * @param relative where relative names are looked for too
     */
    NameIndex(RelativeNames relative) {
        this.relative = relative;
    }

    /**
     * What a name may mean.
     *
     * @param exact what has just that name
     * @param all that, and whatever has a name that is as good
     */
    record Fit<T>(Set<T> exact, Set<T> all) {}

    void add(Path file, T target) {
        String name = whole(file);
        exact.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(target);
        alike.computeIfAbsent(composed(name), n -> new LinkedHashSet<>()).add(target);
        if (RemotePath.is(file)) {
            return; // has one name, and to ask for more takes a request each
        }
        key(file).ifPresent(k -> same.computeIfAbsent(k, n -> new LinkedHashSet<>()).add(target));
    }

    /** What a name may mean. */
    Fit<T> fit(String name) {
        if (SourceUrl.isUrl(name)) {
            Set<T> just = exact.getOrDefault(name, Set.of());
            return new Fit<>(just, just);
        }
        Path path = Path.of(name);
        Fit<T> fit = fit(path);
        if (path.isAbsolute()) {
            return fit;
        }
        Path stripped = relative.stripped();
        if (stripped != null) {
            fit = both(fit, fit(stripped.resolve(path)));
        }
        Path root = relative.root();
        return fit.all().isEmpty() && root != null ? fit(root.resolve(path)) : fit;
    }

    private static <T> Fit<T> both(Fit<T> a, Fit<T> b) {
        Set<T> exact = new LinkedHashSet<>(a.exact());
        exact.addAll(b.exact());
        Set<T> all = new LinkedHashSet<>(a.all());
        all.addAll(b.all());
        return new Fit<>(exact, all);
    }

    private Fit<T> fit(Path path) {
        String name = whole(path);
        Set<T> just = exact.getOrDefault(name, Set.of());
        Set<T> all = new LinkedHashSet<>(just);
        all.addAll(alike.getOrDefault(composed(name), Set.of()));
        key(path).ifPresent(k -> all.addAll(same.getOrDefault(k, Set.of())));
        return new Fit<>(just, all);
    }

    private static String whole(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** What the file system knows a file by; nothing where there is no file, or no such key. */
    private static Optional<Object> key(Path file) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty(); // no such file: it has its name only
        }
    }
}
