package org.pixelanon.dicom.data;

import java.util.List;

/**
 * The fragments of an encapsulated value (DICOM PS3.5 A.4), found by walking their lengths; a
 * delimiter pattern inside a codestream means nothing.
 *
 * @param offsetTable the first item, the Basic Offset Table; its length is 0 if it is empty
 * @param fragments the items behind it
 * @param terminated true if a sequence delimiter follows the last fragment
 */
public record Fragments(Fragment offsetTable, List<Fragment> fragments, boolean terminated) {

    public Fragments {
        fragments = List.copyOf(fragments);
    }

    /**
     * One item.
     *
     * @param header position of its item tag
     * @param length bytes of the fragment that are there; they start 8 bytes behind header
     * @param truncated true if more bytes were stated
     */
    public record Fragment(long header, long length, boolean truncated) {

        /** Position of its first byte. */
        public long value() {
            return header + 8;
        }

        /** Position behind its last byte. */
        public long end() {
            return header + 8 + length;
        }
    }

    boolean isComplete() {
        return terminated && fragments.stream().noneMatch(Fragment::truncated);
    }
}
