package org.pixelanon.workbench.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.pixelanon.model.source.FileSource;
import org.pixelanon.model.source.SourceSettings;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.pipeline.extension.SourceSearch;
import org.pixelanon.sources.profile.Reach;
import org.pixelanon.sources.profile.SourceProfile;
import org.pixelanon.sources.remote.Sources;

/**
 * The stores used in a sitting, by profile. Files opened with a profile remain readable after the
 * profile is changed. Thread-safe.
 */
public final class RemotePlaces implements Closeable {

    private final ProfileBook book;
    private final Path staging;
    private final BiFunction<String, String, Optional<String>> environment;
    private final Map<String, Sources> byLogin = new HashMap<>();
    private final List<Sources> former = new ArrayList<>();

    /**
     * Creates it without stores.
     *
     * @param book the profiles
     * @param staging folder for unnamed temporary files
     * @param environment the value of a setting, by scheme and name
     */
    public RemotePlaces(
            ProfileBook book,
            Path staging,
            BiFunction<String, String, Optional<String>> environment) {
        this.book = book;
        this.staging = staging;
        this.environment = environment;
    }

    /**
     * The profiles.
     *
     * @return always the same
     */
    public ProfileBook book() {
        return book;
    }

    /**
     * The kind of store of a scheme.
     *
     * @param scheme the beginning of URLs
     * @return the kind; empty if unsupported
     */
    public Optional<FileSource> kind(String scheme) {
        return SourceSearch.all().stream().filter(k -> k.schemes().contains(scheme)).findFirst();
    }

    /**
     * The stores of a profile. Does not prompt.
     *
     * @param login its name; empty for the account's own keys
     * @return the same until the profile changes; not closed by the caller
     */
    public synchronized Sources by(String login) {
        return byLogin.computeIfAbsent(
                login,
                name ->
                        new Sources(
                                SourceSearch::all, (kind, url) -> reach(name, kind, url), staging));
    }

    private SourceSettings reach(String login, FileSource kind, SourceUrl url) throws IOException {
        List<SourceProfile> profiles = login.isEmpty() ? List.of() : List.of(book.read(login));
        return new Reach(Map.of(), profiles, environment).by(kind, url);
    }

    /**
     * Stores a profile and uses it from now on.
     *
     * @param profile the profile
     * @throws IOException if it cannot be stored
     */
    public void keep(SourceProfile profile) throws IOException {
        book.keep(profile);
        renew(profile.name());
    }

    /**
     * Deletes a profile.
     *
     * @param name its name
     * @throws IOException if it cannot be deleted
     */
    public void forget(String name) throws IOException {
        book.forget(name);
        renew(name);
    }

    private synchronized void renew(String login) {
        Sources before = byLogin.remove(login);
        if (before != null) {
            former.add(before);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        former.addAll(byLogin.values());
        byLogin.clear();
        for (Sources sources : former) {
            sources.close();
        }
        former.clear();
    }
}
