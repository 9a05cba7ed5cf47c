package org.pixelanon.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.dicom.Fragments.Fragment;

/**
 * Which fragments of an encapsulated element hold which frame (DICOM PS3.5 A.4): by an offset table
 * that names as many fragments as there are frames, else one each, else all for the only frame,
 * else by the beginnings of codestreams.
 */
final class VerifierFragments {

    private VerifierFragments() {}

    /** The fragments of each frame, or an exception that says that they cannot be divided. */
    static List<List<Fragment>> of(DicomFile file, ImageDescription image, Fragments all)
            throws IOException {
        List<Fragment> fragments = all.fragments();
        int frames = image.frames();
        for (long[] table : List.of(extended(file, frames), basic(file, all))) {
            List<Integer> first = named(fragments, table);
            if (!first.isEmpty() && first.size() == frames) {
                return divided(fragments, first);
            }
        }
        if (fragments.size() == frames) {
            return fragments.stream().map(List::of).toList();
        }
        if (frames == 1 && !fragments.isEmpty()) {
            return List.of(fragments);
        }
        List<Integer> begun = begun(file, fragments);
        if (begun.size() == frames) {
            return divided(fragments, begun);
        }
        throw new DicomException(
                file.path(),
                fragments.size() + " fragments cannot be divided into " + frames + " frames");
    }

    private static List<List<Fragment>> divided(List<Fragment> all, List<Integer> first) {
        List<List<Fragment>> out = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            int behind = i + 1 == first.size() ? all.size() : first.get(i + 1);
            out.add(all.subList(first.get(i), behind));
        }
        return out;
    }

    private static long[] extended(DicomFile file, int frames) {
        Element table = file.attributes().element(Tag.ExtendedOffsetTable);
        return table == null || table.available() / 8 > frames
                ? new long[0]
                : file.attributes().integers(table, VR.OV);
    }

    private static long[] basic(DicomFile file, Fragments all) throws IOException {
        Fragment table = all.offsetTable();
        if (table.length() % 4 != 0 || table.length() > 4L * all.fragments().size()) {
            return new long[0];
        }
        ByteBuffer in =
                ByteBuffer.wrap(file.source().read(table.value(), (int) table.length()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        long[] out = new long[(int) table.length() / 4];
        for (int i = 0; i < out.length; i++) {
            out[i] = in.getInt() & 0xFFFFFFFFL;
        }
        return out;
    }

    /** The numbers of the fragments a table names; none unless it ascends from the first. */
    private static List<Integer> named(List<Fragment> all, long[] table) {
        List<Integer> out = new ArrayList<>();
        int at = 0;
        for (long offset : table) {
            while (at < all.size() && all.get(at).header() - all.get(0).header() < offset) {
                at++;
            }
            boolean hit =
                    at < all.size()
                            && all.get(at).header() - all.get(0).header() == offset
                            && (out.isEmpty() ? at == 0 : at > out.get(out.size() - 1));
            if (!hit) {
                return List.of();
            }
            out.add(at);
        }
        return out;
    }

    /** The fragments that begin with a start of image or of codestream, or a box of JPEG 2000. */
    private static List<Integer> begun(DicomFile file, List<Fragment> all) throws IOException {
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).length() < 4) {
                continue;
            }
            int word = ByteBuffer.wrap(file.source().read(all.get(i).value(), 4)).getInt();
            boolean jpeg = word >>> 8 == 0xFFD8FF;
            if (jpeg || word == 0xFF4FFF51 || word == 12) {
                out.add(i);
            }
        }
        return out.isEmpty() || out.get(0) != 0 ? List.of() : out;
    }
}
