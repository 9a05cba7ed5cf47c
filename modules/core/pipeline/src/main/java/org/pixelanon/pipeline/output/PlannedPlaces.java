package org.pixelanon.pipeline.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.format.NamedPaths;
import org.pixelanon.pipeline.format.PathText;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.store.work.WorkFile;
import org.pixelanon.store.work.WorkList;

/**
 * Places that are planned on the disk, by the same rules as {@link OutputLayout#assign}, so that
 * memory does not grow with the number of files. All inputs count, also those of other shards: each
 * shard finds the same places.
 */
public final class PlannedPlaces implements OutputPlaces {

    private static final int FOLDERS_KNOWN = 1000;

    private final OutputLayout layout;
    private final WorkList work;
    private final NamedPaths paths;
    private @Nullable Path common;

    private PlannedPlaces(OutputLayout layout, WorkList work, NamedPaths paths) {
        this.layout = layout;
        this.paths = paths;
        this.work = work;
    }

    /**
     * Plans the places of all inputs.
     *
     * @param layout where outputs go; not in place
     * @param work the inputs
     * @param paths leads back to them
     * @return their places
     * @throws IOException if the work list cannot be read or written
     */
    public static PlannedPlaces of(OutputLayout layout, WorkList work, NamedPaths paths)
            throws IOException {
        PlannedPlaces places = new PlannedPlaces(layout, work, paths);
        places.assign(layout::place);
        if (layout.strip() == null && work.sharesPlaces()) {
            work.each(file -> places.gather(inputOf(file, paths)));
            places.assign(input -> layout.placeInTree(input, places.common));
        }
        if (work.sharesPlaces()) {
            work.refuseShared(OutputLayout.SHARED);
        }
        return places;
    }

    /**
     * The input that a work file is.
     *
     * @param file of the work list
     * @param paths leads back to it
     * @return the input
     * @throws IOException if it is a URL that leads nowhere any more
     */
    public static InputFile inputOf(WorkFile file, NamedPaths paths) throws IOException {
        Path below = Path.of(file.below());
        return new InputFile(paths.path(file.path()), below, file.explicit());
    }

    /** Says where an output goes. */
    private interface Assignment {
        Optional<Path> of(InputFile input);
    }

    private void assign(Assignment assignment) throws IOException {
        Map<Path, Path> known =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Path, Path> eldest) {
                        return size() > FOLDERS_KNOWN;
                    }
                };
        work.each(
                file -> {
                    InputFile input = inputOf(file, paths);
                    Optional<Path> place = assignment.of(input);
                    if (place.isEmpty()) {
                        work.problem(file.key(), layout.noPlace());
                    } else {
                        String real = OutputLayout.canonical(place.get(), known).toString();
                        work.place(file.key(), PathText.asNamed(place.get()), real);
                    }
                });
    }

    private void gather(InputFile input) {
        Path whole = OutputLayout.whole(input);
        Path shared = common == null ? whole.getParent() : common;
        while (shared != null && !whole.startsWith(shared)) {
            shared = shared.getParent();
        }
        common = shared;
    }

    @Override
    public @Nullable Path target(InputFile input) throws IOException {
        Optional<String> place = work.place(PathText.of(input.path()));
        return place.isEmpty() ? null : paths.path(place.get());
    }

    @Override
    public @Nullable String problem(InputFile input) throws IOException {
        return work.problem(PathText.of(input.path())).orElse(null);
    }

    /** Those of this run alone: others may be at work on theirs. */
    @Override
    public void each(Taker taker) throws IOException {
        work.each(
                file -> {
                    Path target = file.mine() ? target(inputOf(file, paths)) : null;
                    if (target != null) {
                        taker.place(target);
                    }
                });
    }
}
