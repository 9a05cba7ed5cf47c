package org.pixelanon.cli;

import java.io.IOException;
import java.util.List;
import org.pixelanon.store.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pixelanon db}: show and keep the database that is shared with the Python tool. */
@Command(
        name = "db",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows, checks, fills and merges the database of rectangles and marks.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pixelanon db rects audit/ --only rectangles > rects.csv",
            "  pixelanon db tagged audit/ --json",
            "  pixelanon db dump audit/ -o dump.json"
        })
final class DbCommand {

    /** Which rows of the table of rectangles. */
    enum Only {
        ALL,
        RECTANGLES,
        SUMMARIES
    }

    private static final List<String> TEXT = List.of("ocrtext");
    private static final List<String> NAMES = List.of("filename");
    private static final List<String> NAMED_TEXT = List.of("filename", "ocrtext");

    @Command(name = "rects", description = "Lists rectangles and summary rows.")
    int rects(
            @Mixin DbListOptions to,
            @Option(
                            names = "--only",
                            paramLabel = "KIND",
                            defaultValue = "all",
                            description =
                                    "all, rectangles, or summaries (rows about a whole plane or file). Default: ${DEFAULT-VALUE}")
                    Only only)
            throws IOException {
        Listing listing =
                switch (only) {
                    case ALL -> Listing.RECTS;
                    case RECTANGLES -> Listing.RECTANGLES;
                    case SUMMARIES -> Listing.SUMMARIES;
                };
        return to.list(listing, listing.columns());
    }

    @Command(name = "text", description = "Lists the text of all rectangles that have some.")
    int text(@Mixin DbListOptions to) throws IOException {
        return to.list(Listing.TEXT, TEXT);
    }

    @Command(name = "tags", description = "Lists the marks, comments and device tags of files.")
    int tags(@Mixin DbListOptions to) throws IOException {
        return to.list(Listing.TAGS, Listing.TAGS.columns());
    }

    @Command(name = "tagged", description = "Lists the files that are to be looked at again.")
    int tagged(@Mixin DbListOptions to) throws IOException {
        return to.list(Listing.TAGGED, NAMES);
    }

    @Command(name = "done", description = "Lists the files that are marked done.")
    int done(@Mixin DbListOptions to) throws IOException {
        return to.list(Listing.DONE, NAMES);
    }

    @Command(
            name = "rects-for-tagged",
            description = "Lists the rectangles of files that are to be looked at again.")
    int rectsForTagged(@Mixin DbListOptions to) throws IOException {
        return to.list(Listing.RECTS_FOR_TAGGED, Listing.RECTS_FOR_TAGGED.columns());
    }

    @Command(
            name = "text-for-tagged",
            description = "Lists the text of files that are to be looked at again.")
    int textForTagged(@Mixin DbListOptions to) throws IOException {
        return to.list(Listing.TEXT_FOR_TAGGED, NAMED_TEXT);
    }
}
