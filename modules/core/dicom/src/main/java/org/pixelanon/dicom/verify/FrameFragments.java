package org.pixelanon.dicom.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.pixelanon.codec.UndecodedBytes;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Fragments;
import org.pixelanon.dicom.data.Fragments.Fragment;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.pixel.ImageDescription;

/**
 * Which fragments of an encapsulated element hold which frame (DICOM PS3.5 A.4): by an offset table
 * with one entry per frame, else one each, else by where codestreams begin or samples end, else all
 * for the only frame.
 */
final class FrameFragments {

    private static final int RLE_HEADER = 64;

    private final DicomFile file;
    private final ImageDescription image;
    private final TransferSyntax syntax;

    private FrameFragments(DicomFile file, ImageDescription image, TransferSyntax syntax) {
        this.file = file;
        this.image = image;
        this.syntax = syntax;
    }

    /** The fragments of each frame, or an exception that says that they cannot be divided. */
    static List<List<Fragment>> of(
            DicomFile file, ImageDescription image, TransferSyntax syntax, Fragments all)
            throws IOException {
        List<Fragment> fragments = all.fragments();
        int frames = image.frames();
        List<Integer> longest = List.of();
        for (long[] table : List.of(basic(file, all), extended(file, frames))) {
            List<Integer> first = named(fragments, table);
            longest = first.size() > longest.size() ? first : longest;
        }
        for (long[] table : List.of(extended(file, frames), basic(file, all))) {
            List<Integer> first = named(fragments, table);
            if (!first.isEmpty() && first.size() == frames) {
                return divided(fragments, first, frames);
            }
        }
        if (fragments.size() == frames) {
            return fragments.stream().map(List::of).toList();
        }
        List<Integer> begun = new FrameFragments(file, image, syntax).begun(fragments);
        if (begun.size() >= frames) {
            return divided(fragments, begun, frames);
        }
        if (longest.size() > frames && begun.isEmpty()) {
            return divided(fragments, longest, frames);
        }
        if (frames == 1 && !fragments.isEmpty()) {
            return List.of(fragments);
        }
        throw new DicomException(
                file.path(),
                fragments.size() + " fragments cannot be assigned to " + frames + " frames");
    }

    /** The first frames; what begins behind them is none. */
    private static List<List<Fragment>> divided(
            List<Fragment> all, List<Integer> first, int frames) {
        List<List<Fragment>> out = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
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

    /** The fragments that frames begin in, as far as the syntax shows. */
    private List<Integer> begun(List<Fragment> all) throws IOException {
        if (syntax.deflatesFrames() || syntax.wrapsNative()) {
            return behindEnds(all);
        }
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int length = (int) Math.min(RLE_HEADER, all.get(i).length());
            if (begins(file.source().read(all.get(i).value(), length))) {
                out.add(i);
            }
        }
        return out.isEmpty() || out.get(0) != 0 ? List.of() : out;
    }

    /** Returns whether a fragment begins like RLE, an image of JPEG, or a box or stream of 2000. */
    private boolean begins(byte[] first) {
        if (syntax.uid().equals(UID.RLELossless)) {
            int segments = image.samplesPerPixel() * ((image.bitsAllocated() + 7) / 8);
            return UndecodedBytes.beginsRle(first, segments);
        }
        int word = first.length < 4 ? 0 : ByteBuffer.wrap(first).getInt();
        return word >>> 8 == 0xFFD8FF || word == 0xFF4FFF51 || word == 12;
    }

    /** A frame of samples begins behind the fragment in which the one before it ends. */
    private List<Integer> behindEnds(List<Fragment> all) throws IOException {
        long needed = (FrameWords.Native.of(new byte[0], image).bits() + 7) / 8;
        List<Integer> out = new ArrayList<>();
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        long length = 0;
        int first = 0;
        for (int i = 0; i < all.size(); i++) {
            Fragment f = all.get(i);
            length += f.length();
            boolean ends = length >= needed;
            if (syntax.deflatesFrames()) {
                frame.writeBytes(file.source().read(f.value(), Math.toIntExact(f.length())));
                ends = isWhole(frame.toByteArray());
            }
            if (ends) {
                out.add(first);
                first = i + 1;
                length = 0;
                frame.reset();
            }
        }
        return out;
    }

    private static boolean isWhole(byte[] deflated) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            byte[] out = new byte[1 << 16];
            while (!inflater.finished()) {
                if (inflater.inflate(out) == 0 && !inflater.finished()) {
                    return false;
                }
            }
            return true;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
