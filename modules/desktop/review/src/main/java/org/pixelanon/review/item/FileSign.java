package org.pixelanon.review.item;

/**
 * The state of a file as shown by its symbol in every view, in sorting order: files that need
 * attention come first.
 */
public enum FileSign {
    /** A person tagged it. */
    TAGGED,
    /** It is marked done, but its copy was withheld. */
    WITHHELD,
    /** Its copy failed. */
    COPY_FAILED,
    /** No search is known. */
    NOT_SEARCHED,
    /** Some planes were searched. */
    PARTLY_SEARCHED,
    /** Everything was searched; there are undecided suggestions. */
    SEARCHED,
    /** Everything was searched and decided; it is not marked done. */
    DECIDED,
    /** It cannot be read. */
    UNREADABLE,
    /** It is marked done. */
    DONE,
    /** It is done, and a verified copy was written. */
    EXPORTED;

    /**
     * The sign of a file.
     *
     * @param file its line
     * @return exactly one
     */
    public static FileSign of(ReviewFile file) {
        return switch (file.state()) {
            case FAILED -> UNREADABLE;
            case TAGGED -> TAGGED;
            case TO_REVIEW -> searched(file);
            case DONE ->
                    switch (file.copy()) {
                        case NONE -> DONE;
                        case EXPORTED -> EXPORTED;
                        case WITHHELD -> WITHHELD;
                        case FAILED -> COPY_FAILED;
                    };
        };
    }

    private static FileSign searched(ReviewFile file) {
        return switch (file.search()) {
            case NOT -> NOT_SEARCHED;
            case PARTLY -> PARTLY_SEARCHED;
            case WHOLE -> file.undecided() == 0 ? DECIDED : SEARCHED;
        };
    }
}
