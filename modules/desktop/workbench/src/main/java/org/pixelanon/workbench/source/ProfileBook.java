package org.pixelanon.workbench.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pixelanon.sources.SourceException;
import org.pixelanon.sources.profile.ProfileFile;
import org.pixelanon.sources.profile.SourceProfile;

/**
 * The profiles of the account, shared with the command line. Their key comes from the environment,
 * from the user in this sitting, or from the keyring of the machine; it is never stored anywhere
 * else. Reads and writes files, and may wait for the keyring: for workers. Thread-safe.
 */
public final class ProfileBook {

    private final ProfileFile file;
    private final Supplier<Optional<String>> environment;
    private final KeyPlace keyring;
    private char @Nullable [] key;

    /**
     * The profiles in a file.
     *
     * @param file the file; need not exist
     * @param environment the key from the environment
     * @param keyring stores keys
     */
    public ProfileBook(Path file, Supplier<Optional<String>> environment, KeyPlace keyring) {
        this.file = new ProfileFile(file);
        this.environment = environment;
        this.keyring = keyring;
    }

    /**
     * Whether there are profiles.
     *
     * @return false if a first profile needs a new key
     */
    public boolean exists() {
        return file.exists();
    }

    /**
     * Whether the key is known without asking.
     *
     * @return true if profiles can be read
     */
    public synchronized boolean isOpen() {
        return known().isPresent();
    }

    /**
     * Uses a key for this sitting, if it is correct.
     *
     * @param typed the key; kept until the application ends
     * @param remember whether to store it in the keyring
     * @throws IOException if it is wrong
     */
    public synchronized void open(char[] typed, boolean remember) throws IOException {
        if (typed.length == 0) {
            throw new SourceException("no key given; profiles stay locked");
        }
        file.read(typed);
        key = typed.clone();
        if (remember) {
            keyring.keep(typed);
        }
    }

    /**
     * All profiles.
     *
     * @return by name; none if there is no file
     * @throws IOException if they cannot be read, or their key is not known
     */
    public synchronized Map<String, SourceProfile> read() throws IOException {
        return file.exists() ? file.read(required()) : Map.of();
    }

    /**
     * A profile.
     *
     * @param name its name
     * @return the profile
     * @throws IOException if there is none, or it cannot be read
     */
    public SourceProfile read(String name) throws IOException {
        SourceProfile profile = read().get(name);
        if (profile == null) {
            throw new SourceException("there is no profile " + name);
        }
        return profile;
    }

    /**
     * Stores a profile, replacing one with the same name.
     *
     * @param profile the profile
     * @throws IOException if it cannot be stored, or the key is not known
     */
    public synchronized void keep(SourceProfile profile) throws IOException {
        file.change(required(), profiles -> profiles.put(profile.name(), profile));
    }

    /**
     * Deletes a profile and its secrets.
     *
     * @param name its name
     * @throws IOException if it cannot be deleted, or the key is not known
     */
    public synchronized void forget(String name) throws IOException {
        file.change(required(), profiles -> profiles.remove(name));
    }

    private char[] required() throws SourceException {
        return known().orElseThrow(
                        () ->
                                new SourceException(
                                        "profiles are locked; unlock them with File › Open from "
                                                + "bucket… or Open from PACS…"));
    }

    private Optional<char[]> known() {
        Optional<char[]> set = environment.get().map(String::toCharArray);
        if (set.isPresent()) {
            return set;
        }
        char[] given = key;
        if (given != null) {
            return Optional.of(given);
        }
        Optional<char[]> kept = file.exists() ? keyring.read() : Optional.empty();
        kept.filter(this::isRight).ifPresent(right -> key = right);
        return kept.isPresent() && key != null ? kept : Optional.empty();
    }

    /** A key for an older file is asked for again. */
    private boolean isRight(char[] kept) {
        try {
            file.read(kept);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
