package org.pixelanon.review;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Shows who else views which file of the same database: each sitting keeps a small file beside the
 * database that names the file on its screen, and renews it; one that is not renewed is ignored. It
 * is beside the database, not in it, so that viewing does not change the database. Used on the
 * database's thread.
 */
final class Presence {

    private static final Duration FRESH = Duration.ofSeconds(8);
    private static final System.Logger LOG = System.getLogger(Presence.class.getName());

    private final Path folder;
    private final Path own;

    /**
     * @param database the file of the database
     * @param user the account of this sitting
     */
    Presence(Path database, String user) {
        folder = database.resolveSibling(database.getFileName() + ".open");
        own = folder.resolve(user + "@" + host() + "-" + ProcessHandle.current().pid());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Records that a file is on screen here, and returns who else views it. */
    List<String> look(String file) {
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve("." + own.getFileName());
            Files.writeString(part, file, StandardCharsets.UTF_8);
            Files.move(part, own, StandardCopyOption.REPLACE_EXISTING);
            return others(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "nobody is told which file is open", e);
            return List.of();
        }
    }

    private List<String> others(String file) throws IOException {
        List<String> names = new ArrayList<>();
        // by the clock that stamps the files, which for a shared folder is the server's
        Instant oldest = Files.getLastModifiedTime(own).toInstant().minus(FRESH);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "[!.]*")) {
            for (Path other : all) {
                boolean counts =
                        !other.equals(own)
                                && !isGone(other)
                                && Files.getLastModifiedTime(other).toInstant().isAfter(oldest)
                                && Files.readString(other, StandardCharsets.UTF_8).equals(file);
                if (counts) {
                    String name = String.valueOf(other.getFileName());
                    names.add(name.substring(0, name.lastIndexOf('-')));
                }
            }
        } catch (NoSuchFileException e) {
            LOG.log(System.Logger.Level.DEBUG, "somebody just left", e);
        }
        Collections.sort(names);
        return names;
    }

    /** Whether the writer of a file on this machine has ended; unknown for other machines. */
    private boolean isGone(Path other) throws IOException {
        String name = String.valueOf(other.getFileName());
        String here = "@" + host() + "-";
        int at = name.lastIndexOf(here);
        String number = at < 0 ? "" : name.substring(at + here.length());
        boolean gone =
                number.matches("[0-9]{1,18}")
                        && ProcessHandle.of(Long.parseLong(number))
                                .filter(ProcessHandle::isAlive)
                                .isEmpty();
        if (gone) {
            Files.deleteIfExists(other);
        }
        return gone;
    }

    /** Removes the record of this sitting. */
    void leave() {
        try {
            Files.deleteIfExists(own);
            Files.deleteIfExists(folder); // succeeds only for the last one
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "somebody else is still there", e);
        }
    }
}
