package org.pixelanon.dicom.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pixelanon.codec.UndecodedBytes;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Fragments;
import org.pixelanon.dicom.data.Fragments.Fragment;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.pixel.Unprocessed.Kind;

/**
 * Divides fragments into frames (DICOM PS3.5 A.4). Offset tables are used only where they agree
 * with the fragments and Number of Frames. What is left beyond Number of Frames is kept for review
 * and belongs to no frame.
 */
final class FrameDivision {

    private static final int RLE_HEADER = 64;

    private final Path file;
    private final ByteSource source;
    private final ImageDescription image;
    private final Fragments fragments;
    private final TransferSyntax syntax;
    private final List<Unprocessed> surplus = new ArrayList<>();

    FrameDivision(
            Path file,
            ByteSource source,
            ImageDescription image,
            Fragments fragments,
            TransferSyntax syntax) {
        this.file = file;
        this.source = source;
        this.image = image;
        this.fragments = fragments;
        this.syntax = syntax;
    }

    /** What was found beyond the frames. */
    List<Unprocessed> surplus() {
        return List.copyOf(surplus);
    }

    /**
     * The fragments of each frame.
     *
     * @param extendedOffsets the Extended Offset Table; empty if there is none
     */
    List<List<Fragment>> frames(long[] extendedOffsets) throws IOException {
        List<Fragment> all = fragments.fragments();
        int stated = image.frames();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Integer> extended = starts(extendedOffsets);
        if (extended.size() == stated) {
            return group(extended, stated);
        }
        List<Integer> basic = starts(basicOffsets());
        if (basic.size() == stated) {
            return group(basic, stated);
        }
        List<Integer> table = extended.size() > basic.size() ? extended : basic;
        if (all.size() == stated) {
            return group(range(stated), stated);
        }
        return withoutTable(table, codestreamStarts());
    }

    private List<List<Fragment>> withoutTable(List<Integer> table, List<Integer> begun)
            throws IOException {
        int fragmentCount = fragments.fragments().size();
        int stated = image.frames();
        if (begun.size() >= stated) {
            return group(begun, stated);
        }
        if (table.size() > stated && !begun.isEmpty()) {
            surplus.add(
                    Unprocessed.told(
                            Kind.SURPLUS_FRAMES,
                            "the offset table disagrees with Number of Frames"));
        } else if (table.size() > stated) {
            return group(table, stated);
        }
        if (stated == 1) {
            return List.of(fragments.fragments());
        }
        if (fragmentCount < stated) {
            return group(range(fragmentCount), fragmentCount);
        }
        throw new DicomException(
                file,
                fragmentCount
                        + " fragments cannot be assigned to "
                        + stated
                        + " frames without an "
                        + "offset table");
    }

    private static List<Integer> range(int count) {
        List<Integer> out = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            out.add(i);
        }
        return out;
    }

    /** The first frames that start there; frames beyond are surplus. */
    private List<List<Fragment>> group(List<Integer> starts, int count) throws IOException {
        List<Fragment> all = fragments.fragments();
        List<List<Fragment>> out = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : all.size();
            out.add(all.subList(starts.get(i), end));
        }
        if (starts.size() > count && !isZero(all.subList(starts.get(count), all.size()))) {
            String what =
                    count == 1
                            ? starts.size() + " codestreams for one frame of Pixel Data"
                            : starts.size() + " codestreams for " + count + " frames of Pixel Data";
            surplus.add(Unprocessed.withholding(Kind.SURPLUS_FRAMES, what));
        }
        return Collections.unmodifiableList(out);
    }

    private boolean isZero(List<Fragment> some) throws IOException {
        for (Fragment f : some) {
            if (!source.isZero(f.value(), f.length())) {
                return false;
            }
        }
        return true;
    }

    private long[] basicOffsets() throws IOException {
        long length = fragments.offsetTable().length();
        if (length % 4 != 0 || length > 4L * fragments.fragments().size()) {
            return new long[0];
        }
        ByteBuffer table =
                ByteBuffer.wrap(source.read(fragments.offsetTable().value(), (int) length))
                        .order(ByteOrder.LITTLE_ENDIAN);
        long[] offsets = new long[(int) length / 4];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = table.getInt() & 0xFFFFFFFFL;
        }
        return offsets;
    }

    /** The numbers of the fragments at the offsets; empty unless all of them ascend from 0. */
    private List<Integer> starts(long[] offsets) {
        List<Fragment> all = fragments.fragments();
        long base = all.get(0).header();
        List<Integer> out = new ArrayList<>(offsets.length);
        int at = 0;
        for (long offset : offsets) {
            while (at < all.size() && all.get(at).header() - base < offset) {
                at++;
            }
            boolean hit = at < all.size() && all.get(at).header() - base == offset;
            boolean ascends = out.isEmpty() ? at == 0 : at > out.get(out.size() - 1);
            if (!hit || !ascends) {
                return List.of();
            }
            out.add(at);
        }
        return out;
    }

    /** The fragments that a frame begins in, as far as its syntax shows; empty if it does not. */
    private List<Integer> codestreamStarts() throws IOException {
        if (syntax.deflatesFrames()) {
            return deflatedStarts();
        }
        if (syntax.wrapsNative()) {
            return nativeStarts();
        }
        List<Fragment> all = fragments.fragments();
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int length = (int) Math.min(RLE_HEADER, all.get(i).length());
            if (isStart(source.read(all.get(i).value(), length))) {
                out.add(i);
            }
        }
        return out.isEmpty() || out.get(0) != 0 ? List.of() : out;
    }

    /** Returns whether bytes begin like RLE, JPEG, JPEG-LS, JPEG 2000 or JPEG XL. */
    private boolean isStart(byte[] b) {
        if (syntax.uid().equals(UID.RLELossless)) {
            return UndecodedBytes.beginsRle(b, image.samplesPerPixel() * image.codedBits() / 8);
        }
        if (b.length < 4) {
            return false;
        }
        int word = ByteBuffer.wrap(b).getInt();
        return word >>> 8 == 0xFFD8FF || word == 0xFF4FFF51 || word == 0x0000000C;
    }

    /** A native frame ends when all its bytes are there, but for one that makes them even. */
    private List<Integer> nativeStarts() {
        List<Fragment> all = fragments.fragments();
        long needed = (image.bitsPerFrame(false) + 7) / 8;
        List<Integer> out = new ArrayList<>();
        int start = 0;
        long length = 0;
        for (int i = 0; i < all.size(); i++) {
            length += all.get(i).length();
            if (length >= needed) {
                out.add(start);
                start = i + 1;
                length = 0;
            }
        }
        return out;
    }

    /** A deflated frame ends with its last block. */
    private List<Integer> deflatedStarts() throws IOException {
        List<Fragment> all = fragments.fragments();
        List<Integer> out = new ArrayList<>();
        try (DeflatedEnd deflated = new DeflatedEnd()) {
            int start = 0;
            for (int i = 0; i < all.size(); i++) {
                if (deflated.isEndedBy(source, all.get(i))) {
                    out.add(start);
                    start = i + 1;
                    deflated.reset();
                }
            }
        }
        return out;
    }
}
