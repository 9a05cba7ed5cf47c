package org.pixelanon.remote;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.SourceEntry;
import org.pixelanon.model.source.SourcePage;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.review.Failures;
import org.pixelanon.review.Workers;
import org.pixelanon.sources.remote.Sources;
import org.pixelanon.workbench.source.RemotePlaces;

/**
 * One level of a bucket or archive, loaded page by page on request. Used on the event thread;
 * requests run on workers, and outdated answers are dropped.
 */
final class PlaceListing {

    /**
     * A query.
     *
     * @param login the profile; empty for the account's own keys
     * @param address the URL
     * @param wanted the filter, by keyword
     */
    record Question(String login, String address, Map<String, String> wanted) {

        Question {
            wanted = Map.copyOf(wanted);
        }

        /** Omits the filter, which may identify a patient. */
        @Override
        public String toString() {
            return address;
        }
    }

    private final RemotePlaces places;
    private final Workers workers;
    private final Runnable onChange;
    private final List<SourceEntry> entries = new ArrayList<>();
    private final Set<SourceUrl> seen = new HashSet<>();
    private @Nullable Question question;
    private @Nullable SourceUrl place;
    private String next = "";
    private String problem = "";
    private boolean loading;
    private boolean more;
    private int asked;
    private int most;

    /**
     * @param onChange called on the event thread
     */
    PlaceListing(RemotePlaces places, Workers workers, Runnable onChange) {
        this.places = places;
        this.workers = workers;
        this.onChange = onChange;
    }

    /** Starts browsing a place, discarding the previous listing. */
    void go(Question wanted, int first) {
        question = wanted;
        entries.clear();
        seen.clear();
        place = null;
        next = "";
        more = true;
        loading = false;
        asked++;
        more(first);
    }

    /** Requests the next page, unless it is pending or there is none. */
    void more(int page) {
        Question now = question;
        if (now == null || loading || !more) {
            return;
        }
        loading = true;
        problem = "";
        most = page;
        int mine = asked;
        String from = next;
        onChange.run();
        workers.answer(workers.network(), () -> page(now, from, page))
                .whenComplete(
                        (answer, failure) -> {
                            if (mine == asked) {
                                loading = false;
                                if (failure == null) {
                                    add(answer);
                                } else {
                                    problem = Failures.why(failure);
                                }
                                onChange.run();
                            }
                        });
    }

    private record Answer(SourceUrl place, SourcePage page) {}

    private Answer page(Question now, String from, int page) throws java.io.IOException {
        SourceUrl url = Sources.parsed(now.address());
        return new Answer(url, places.by(now.login()).path(url).browse(now.wanted(), from, page));
    }

    /**
     * A place that returns the same entries again does not support pages, so the listing is
     * complete.
     */
    private void add(Answer answer) {
        place = answer.place();
        int before = entries.size();
        for (SourceEntry entry : answer.page().entries()) {
            if (seen.add(entry.url())) {
                entries.add(entry);
            }
        }
        next = answer.page().next();
        boolean empty = answer.page().entries().isEmpty();
        more = !next.isEmpty() && (empty || entries.size() > before);
    }

    /** Retries a failed request. */
    void retry() {
        more(most);
    }

    /** The entries so far, as a live view. */
    List<SourceEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** The current place; null until it was reached. */
    @Nullable SourceUrl place() {
        return place;
    }

    /** The query; null before the first. */
    @Nullable Question question() {
        return question;
    }

    boolean isLoading() {
        return loading;
    }

    /** Whether there may be more entries. */
    boolean hasMore() {
        return more;
    }

    /** Why the last page failed; empty if it did not. */
    String problem() {
        return problem;
    }
}
