package org.pixelanon.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.format.NamedPaths;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.output.OutputPlaces;

/** The places of the outputs of a slice, as the driver planned them for all inputs. */
final class SlicePlaces implements OutputPlaces {

    private final Map<InputFile, FileItem> items = new HashMap<>();
    private final NamedPaths paths;

    SlicePlaces(FileSlice slice, NamedPaths paths) throws IOException {
        this.paths = paths;
        for (FileItem item : slice.items()) {
            items.put(item.input(paths), item);
        }
    }

    private FileItem item(InputFile input) throws IOException {
        FileItem item = items.get(input);
        if (item == null) {
            throw new IOException(input.path() + ": is not of this task");
        }
        return item;
    }

    @Override
    public @Nullable Path target(InputFile input) throws IOException {
        String target = item(input).target();
        return target == null ? null : paths.path(target);
    }

    @Override
    public @Nullable String problem(InputFile input) throws IOException {
        return item(input).problem();
    }

    @Override
    public void each(Taker taker) throws IOException {
        for (InputFile input : items.keySet()) {
            Path target = target(input);
            if (target != null) {
                taker.place(target);
            }
        }
    }
}
