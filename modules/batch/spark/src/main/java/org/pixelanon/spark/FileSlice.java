package org.pixelanon.spark;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The files of one task.
 *
 * @param items the files, at least one
 */
record FileSlice(List<FileItem> items) implements Serializable {

    FileSlice {
        items = List.copyOf(items);
    }

    long cost() {
        return items.stream().mapToLong(FileItem::cost).sum();
    }

    /** The name of its rows: the same for the same files, whichever attempt writes them. */
    String key() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (FileItem item : items) {
                digest.update(item.path().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
