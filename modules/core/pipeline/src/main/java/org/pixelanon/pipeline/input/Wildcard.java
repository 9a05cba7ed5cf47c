package org.pixelanon.pipeline.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.pixelanon.pipeline.PipelineException;

/**
 * An INPUT argument with wildcards that the shell left as it is.
 *
 * @param base the folder above the first wildcard
 * @param matcher what names below the folder must match, as in {@link
 *     java.nio.file.FileSystem#getPathMatcher glob patterns}
 */
record Wildcard(Path base, PathMatcher matcher) {

    /**
     * Reads an argument that names no file.
     *
     * @param argument as typed
     * @return nothing if it holds no wildcard, or what it holds is no pattern, as a bracket that is
     *     never closed, or lies below no folder: then it is a name, and no file has it
     */
    static Optional<Wildcard> in(String argument) {
        int first = first(argument);
        if (first < 0) {
            return Optional.empty();
        }
        int slash = argument.lastIndexOf('/', first);
        try {
            Path base = Path.of(slash < 0 ? "." : argument.substring(0, slash + 1));
            String pattern = "glob:" + argument.substring(slash + 1);
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher(pattern);
            return Optional.of(new Wildcard(base, matcher)).filter(w -> Files.isDirectory(base));
        } catch (PatternSyntaxException | InvalidPathException noPattern) {
            return Optional.empty();
        }
    }

    private static int first(String argument) {
        for (int i = 0; i < argument.length(); i++) {
            if ("*?[{".indexOf(argument.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Looks below the folder.
     *
     * @return what matches, in the order of names
     * @throws PipelineException if a folder cannot be listed
     */
    List<Path> matches() throws PipelineException {
        try (Stream<Path> walk = Files.walk(base)) {
            return walk.filter(p -> !p.equals(base) && matcher.matches(base.relativize(p)))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new PipelineException(base + ": cannot be listed", e);
        }
    }
}
