package org.pixelanon.store;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes rows of a listing. */
public interface RowSink {

    /**
     * Takes one row.
     *
     * @param values by column: a whole number, text, or null
     * @throws IOException if it cannot be written on
     */
    void row(List<@Nullable Object> values) throws IOException;
}
