package org.pixelanon.store.work;

/**
 * An input of a run.
 *
 * @param key by which it is known in all runs: its absolute path as text
 * @param path as it was named, as text that leads back to it
 * @param below its path below the INPUT that named it
 * @param root the INPUT folder it was met in; empty if it was named itself
 * @param mine whether this run works on it; false for those of other shards
 */
public record WorkFile(String key, String path, String below, String root, boolean mine) {

    /**
     * Returns whether the file was named itself.
     *
     * @return false if it was met in a folder
     */
    public boolean explicit() {
        return root.isEmpty();
    }
}
