package org.pixelanon.pipeline.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files whose names differ from a listed one only in how accents are composed: some systems and
 * spreadsheets write an accent as a character of its own (Unicode NFD), others do not (NFC).
 */
final class ComposedNames {

    private ComposedNames() {}

    /**
     * The files that a name which is not there as it is may mean.
     *
     * @param roots where a relative name is looked for, in this order, if nothing below the working
     *     folder fits
     */
    static List<Path> find(String name, List<Path> roots) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return List.of(); // has no accents
        }
        try {
            Path path = Path.of(name);
            List<Path> found = find(path, Path.of(""));
            for (int i = 0; found.isEmpty() && !path.isAbsolute() && i < roots.size(); i++) {
                found = find(path, roots.get(i));
            }
            return found;
        } catch (InvalidPathException e) {
            return List.of(); // no name that a file can have here
        }
    }

    private static List<Path> find(Path path, Path start) {
        Path root = path.getRoot();
        List<Path> found = List.of(root == null ? start : root);
        for (Path part : path) {
            List<Path> next = new ArrayList<>();
            for (Path folder : found) {
                Path exact = folder.resolve(part);
                if (Files.exists(exact)) {
                    next.add(exact);
                } else {
                    next.addAll(alike(folder, part));
                }
            }
            found = next;
        }
        return found;
    }

    private static List<Path> alike(Path folder, Path name) {
        String wanted = composed(name);
        Path listed = folder.toString().isEmpty() ? Path.of(".") : folder;
        try (Stream<Path> files = Files.list(listed)) {
            return files.map(Path::getFileName)
                    .filter(f -> f != null && composed(f).equals(wanted))
                    .map(folder::resolve)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // no such folder, or closed to us: nothing is there for us
        }
    }

    private static String composed(Path name) {
        return Normalizer.normalize(name.toString(), Normalizer.Form.NFC);
    }
}
