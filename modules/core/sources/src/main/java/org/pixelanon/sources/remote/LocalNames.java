package org.pixelanon.sources.remote;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.pixelanon.model.Hashes;

/**
 * The file names of URL parts, so that a folder can mirror a place. A part that would lead
 * elsewhere, or that cannot be a file name, gets another name; all others stay.
 */
final class LocalNames {

    /** What most file systems allow. */
    private static final int MOST_BYTES = 255;

    private static final int KEPT = 180;
    private static final int LONGEST_ENDING = 12;

    /** What no file may be called where colons and the like have a meaning. */
    private static final Pattern ODD = Pattern.compile("[\\x00-\\x1f\\x7f\\\\:*?\"<>|]");

    private LocalNames() {}

    /** The parts between slashes; each is one name, also an empty one. */
    static List<String> parts(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("/", -1));
    }

    /** A relative path with as many names as there are parts. */
    static Path path(List<String> parts) {
        List<String> names = new ArrayList<>();
        parts.forEach(part -> names.add(name(part)));
        if (names.isEmpty()) {
            return Path.of("");
        }
        return Path.of(names.get(0), names.subList(1, names.size()).toArray(new String[0]));
    }

    /** The name of one part. */
    static String name(String part) {
        if (part.isEmpty()) {
            return "%";
        }
        if (part.equals(".") || part.equals("..")) {
            return part.replace(".", "%2E");
        }
        String name = ODD.matcher(part).replaceAll(m -> escape(m.group()));
        if (name.startsWith(".pixelanon-")) {
            name = "%2E" + name.substring(1); // would be taken for an unfinished output of ours
        }
        return fits(name) ? name : shortened(part, name);
    }

    private static String escape(String c) {
        return String.format(Locale.ROOT, "%%%02X", (int) c.charAt(0));
    }

    private static boolean fits(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return false;
        }
        try {
            return Path.of(name).getNameCount() == 1;
        } catch (InvalidPathException e) {
            return false; // letters that the system's character set lacks
        }
    }

    /** The beginning, a hash of the whole, and the ending. */
    private static String shortened(String part, String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        StringBuilder out = new StringBuilder();
        int bytes = 0;
        for (int c : name.codePoints().toArray()) {
            bytes += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > KEPT) {
                break;
            }
            out.appendCodePoint(c);
        }
        String kept = out.append('~').append(hash(part), 0, 16).append(ending).toString();
        try {
            return Path.of(kept).toString();
        } catch (InvalidPathException e) {
            return hash(part);
        }
    }

    private static String hash(String part) {
        return Hashes.hex(Hashes.sha256(part));
    }
}
