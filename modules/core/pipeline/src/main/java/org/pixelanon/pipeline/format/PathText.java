package org.pixelanon.pipeline.format;

import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.sources.remote.RemotePath;

/**
 * Paths as text that leads back to them. Names whose bytes are no text of the system's encoding
 * would be lost; such a path is written as a URL with the bytes in it.
 */
public final class PathText {

    private static final String URL = "file:///";

    private PathText() {}

    /**
     * An absolute path as text; of an object its URL, as it is typed.
     *
     * @param path any path; what is relative is below the current folder
     * @return the path as it is shown, or its URL
     */
    public static String of(Path path) {
        if (RemotePath.is(path)) {
            return path.toString();
        }
        Path absolute = path.toAbsolutePath().normalize();
        String text = absolute.toString();
        return leadsBack(text, absolute) ? text : absolute.toUri().toString();
    }

    /**
     * Returns whether a path is one of the file system of this machine, and no other can be written
     * as text here.
     *
     * @param path any path
     * @return false for what lies elsewhere
     */
    public static boolean isFile(Path path) {
        return path.getFileSystem().equals(FileSystems.getDefault());
    }

    /**
     * Returns whether a text is the path of a file.
     *
     * @param text as {@link #of} writes it
     * @return false for the URL of an object
     */
    public static boolean isFile(String text) {
        return text.startsWith(URL) || !SourceUrl.isUrl(text);
    }

    private static boolean leadsBack(String text, Path path) {
        try {
            return Path.of(text).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * The path of a text.
     *
     * @param text as {@link #of} writes it
     * @return an absolute path
     */
    public static Path path(String text) {
        return text.startsWith(URL) ? Path.of(URI.create(text)) : Path.of(text);
    }

    /**
     * A path as text, relative as it is.
     *
     * @param path any path
     * @return the path as it is shown, or its URL
     */
    public static String asNamed(Path path) {
        if (RemotePath.is(path)) {
            return path.toString();
        }
        String text = path.toString();
        return leadsBack(text, path) ? text : path.toUri().toString();
    }
}
