package org.pixelanon.store;

import org.jspecify.annotations.Nullable;

/**
 * One change made by a person, and its inverse. It contains the previous state, so that it is
 * refused if somebody else was faster. Immutable.
 */
public sealed interface Edit {

    /**
     * The file that is changed.
     *
     * @return the name as it is in the database
     */
    String filename();

    /**
     * The edit that takes this one back, once it was done.
     *
     * @return the opposite
     */
    Edit inverse();

    /**
     * A new row.
     *
     * @param filename the file
     * @param id its number; 0 if the database is to give one, which {@link RegionStore#apply} tells
     * @param region what it says
     */
    record Add(String filename, long id, StoredRegion region) implements Edit {
        @Override
        public Edit inverse() {
            return new Remove(filename, id, region);
        }
    }

    /**
     * Another content for a row.
     *
     * @param filename the file
     * @param id number of the row
     * @param before what it says now
     * @param after what it is to say
     */
    record Change(String filename, long id, StoredRegion before, StoredRegion after)
            implements Edit {
        @Override
        public Edit inverse() {
            return new Change(filename, id, after, before);
        }
    }

    /**
     * A row goes.
     *
     * @param filename the file
     * @param id number of the row
     * @param region what it says now
     */
    record Remove(String filename, long id, StoredRegion region) implements Edit {
        @Override
        public Edit inverse() {
            return new Add(filename, id, region);
        }
    }

    /**
     * The mark of a file is set or taken away.
     *
     * @param filename the file
     * @param before the mark now, null for none
     * @param after the mark to be, null for none
     */
    record Mark(String filename, @Nullable FileMark before, @Nullable FileMark after)
            implements Edit {
        @Override
        public Edit inverse() {
            return new Mark(filename, after, before);
        }
    }
}
