package org.pixelanon.pipeline.evaluate;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pixelanon.model.Printable;
import org.pixelanon.pipeline.PipelineException;

/**
 * The known content of planes, from a file of ours, of Presidio's, or a CSV list.
 *
 * @param planes in the order of the file
 */
public record Truth(List<TruthPlane> planes) {

    /** Copies the list. */
    public Truth {
        planes = List.copyOf(planes);
    }

    /**
     * Reads truth.
     *
     * @param file JSON of either form, or CSV if its name ends so
     * @return what it says
     * @throws PipelineException if it cannot be read, or says nothing
     */
    public static Truth read(Path file) throws PipelineException {
        if (!Files.isRegularFile(file)) {
            throw new PipelineException(file + ": no such file");
        }
        boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        List<TruthPlane> planes = csv ? TruthCsv.read(file) : TruthJson.read(file);
        if (planes.isEmpty()) {
            throw new PipelineException(file + ": describes no plane");
        }
        return new Truth(planes);
    }

    /**
     * Finds the inputs that the planes are of: the first one with the hash of a plane or, where the
     * truth knows no hash, the one whose path ends with its name.
     *
     * @param hashes input to SHA-256 in hexadecimal digits, in the order of the inputs
     * @return input to planes; planes of no input are left out
     * @throws PipelineException if a name may mean each of several inputs
     */
    public Map<Path, List<TruthPlane>> match(Map<Path, String> hashes) throws PipelineException {
        Map<String, Path> byHash = new LinkedHashMap<>();
        hashes.forEach((path, hash) -> byHash.putIfAbsent(hash, path));
        Map<Path, List<TruthPlane>> matched = new LinkedHashMap<>();
        Map<String, List<Path>> named = new LinkedHashMap<>();
        for (TruthPlane plane : planes) {
            List<Path> fitting;
            if (plane.sha256().isEmpty()) {
                fitting = named.computeIfAbsent(plane.file(), n -> named(n, hashes));
            } else {
                Path path = byHash.get(plane.sha256());
                fitting = path == null ? List.of() : List.of(path);
            }
            if (fitting.size() > 1) {
                throw new PipelineException(
                        Printable.of(plane.file()) + ": is ambiguous: matches several inputs");
            }
            fitting.forEach(
                    path -> matched.computeIfAbsent(path, p -> new ArrayList<>()).add(plane));
        }
        return matched;
    }

    private static List<Path> named(String name, Map<Path, String> inputs) {
        Path path;
        try {
            path = Path.of(name.replace('\\', '/')).normalize();
        } catch (InvalidPathException e) {
            return List.of();
        }
        Path whole = path.toAbsolutePath().normalize();
        List<Path> same =
                inputs.keySet().stream().filter(i -> whole(i).equals(whole)).limit(1).toList();
        if (!same.isEmpty()) {
            return same;
        }
        Path end = path.isAbsolute() ? path.getRoot().relativize(path) : path;
        List<Path> ending = inputs.keySet().stream().filter(i -> whole(i).endsWith(end)).toList();
        Path last = end.getFileName();
        return !ending.isEmpty() || last == null
                ? ending
                : inputs.keySet().stream().filter(i -> whole(i).endsWith(last)).toList();
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
