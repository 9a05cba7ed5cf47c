package org.pixelanon.cli.option;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pixelanon.store.index.IndexColumn;
import org.pixelanon.store.index.IndexFilter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Names of the columns of an index, as typed by users. */
public final class IndexColumns {

    private IndexColumns() {}

    /** Columns with texts. */
    public static List<IndexFilter.Pair> pairs(
            Map<String, String> given, String option, CommandLine command) {
        return given.entrySet().stream()
                .map(e -> new IndexFilter.Pair(one(e.getKey(), option, command), e.getValue()))
                .toList();
    }

    /** Columns. */
    public static List<IndexColumn> all(List<String> given, String option, CommandLine command) {
        return given.stream().map(name -> one(name, option, command)).toList();
    }

    private static IndexColumn one(String name, String option, CommandLine command) {
        return IndexColumn.of(name)
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        command,
                                        option
                                                + ": an index has no column '"
                                                + name
                                                + "'; it has "
                                                + Arrays.stream(IndexColumn.values())
                                                        .map(IndexColumn::title)
                                                        .collect(Collectors.joining(", "))));
    }
}
