package org.pixelanon.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pixelanon.codec.CodecException;
import org.pixelanon.codec.DeflatedFrame;
import org.pixelanon.dicom.Fragments.Fragment;

/**
 * Frames of compressed pixels and the fragments each is in (DICOM PS3.5 A.4). The offset tables are
 * believed only where they agree with the fragments.
 */
final class EncapsulatedPixels implements PixelSpans {

    private final Path file;
    private final ByteSource source;
    private final ImageDescription image;
    private final Fragments fragments;
    private final boolean deflated;
    private final List<List<Fragment>> frames;
    private final List<Unprocessed> surplus = new ArrayList<>();

    private EncapsulatedPixels(
            Path file,
            ByteSource source,
            ImageDescription image,
            Fragments fragments,
            long[] extendedOffsets,
            boolean deflated)
            throws IOException {
        this.deflated = deflated;
        this.file = file;
        this.source = source;
        this.image = image;
        this.fragments = fragments;
        this.frames = divide(extendedOffsets);
    }

    static EncapsulatedPixels of(
            Path file,
            ByteSource source,
            ImageDescription image,
            Fragments fragments,
            long[] extendedOffsets,
            boolean deflated)
            throws IOException {
        return new EncapsulatedPixels(file, source, image, fragments, extendedOffsets, deflated);
    }

    /** The fragments of one frame, in order. */
    List<Fragment> fragmentsOf(int index) {
        return frames.get(index);
    }

    /** All fragments and the Basic Offset Table. */
    Fragments fragments() {
        return fragments;
    }

    private List<List<Fragment>> divide(long[] extendedOffsets) throws IOException {
        List<Fragment> all = fragments.fragments();
        int stated = image.frames();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Integer> extended = starts(extendedOffsets);
        if (extended.size() == stated) {
            return group(extended);
        }
        List<Integer> basic = starts(basicOffsets());
        if (basic.size() == stated) {
            return group(basic);
        }
        if (basic.size() > 1 || extended.size() > 1) {
            surplus.add(
                    Unprocessed.told(
                            Unprocessed.Kind.SURPLUS_FRAMES,
                            "the offset table names another number of frames than Number of"
                                    + " Frames"));
        }
        if (all.size() == stated) {
            return group(range(stated));
        }
        List<Integer> begun = codestreamStarts();
        if (stated == 1) {
            if (begun.size() > 1) {
                surplus.add(
                        Unprocessed.told(
                                Unprocessed.Kind.SURPLUS_FRAMES,
                                begun.size() + " codestreams for one frame of Pixel Data"));
            }
            return List.of(all);
        }
        if (begun.size() == stated) {
            return group(begun);
        }
        if (all.size() < stated) {
            return group(range(all.size()));
        }
        throw new DicomException(
                file,
                all.size()
                        + " fragments cannot be divided into "
                        + stated
                        + " frames without an offset table");
    }

    private static List<Integer> range(int count) {
        List<Integer> out = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            out.add(i);
        }
        return out;
    }

    private List<List<Fragment>> group(List<Integer> starts) {
        List<Fragment> all = fragments.fragments();
        List<List<Fragment>> out = new ArrayList<>(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : all.size();
            out.add(all.subList(starts.get(i), end));
        }
        return Collections.unmodifiableList(out);
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

    /** The fragments that begin like a JPEG, JPEG-LS, JPEG 2000 or JPEG XL codestream. */
    private List<Integer> codestreamStarts() throws IOException {
        List<Fragment> all = fragments.fragments();
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            byte[] b = source.read(all.get(i).value(), (int) Math.min(4, all.get(i).length()));
            if (b.length == 4) {
                int word = ByteBuffer.wrap(b).getInt();
                if (word >>> 8 == 0xFFD8FF || word == 0xFF4FFF51 || word == 0x0000000C) {
                    out.add(i);
                }
            }
        }
        return out.isEmpty() || out.get(0) != 0 ? List.of() : out;
    }

    @Override
    public byte[] frameBytes(int index) throws IOException {
        if (index < 0 || index >= frames.size()) {
            throw PixelSpans.missingFrame(file, index, framesPresent(), image.frames());
        }
        long total = 0;
        for (Fragment f : frames.get(index)) {
            if (f.truncated()) {
                throw PixelSpans.missingFrame(file, index, framesPresent(), image.frames());
            }
            total += f.length();
        }
        if (total > Integer.MAX_VALUE - 64) {
            throw new DicomException(file, "a frame of " + total + " bytes is too large");
        }
        byte[] out = new byte[(int) total];
        int at = 0;
        for (Fragment f : frames.get(index)) {
            source.read(f.value(), out, at, (int) f.length());
            at += (int) f.length();
        }
        return out;
    }

    /** One frame whose fragment holds samples instead of a codestream (PS3.5 A.4.11, A.4.12). */
    NativePixels asNative(int index) throws IOException {
        byte[] bytes = nativeBytes(index);
        return NativePixels.ofFrame(file, new ByteSource.OfArray(bytes), image, 0, bytes.length);
    }

    /** The bytes of a native frame, inflated if need be. */
    byte[] nativeBytes(int index) throws IOException {
        byte[] bytes = frameBytes(index);
        if (!deflated) {
            return bytes;
        }
        long length = (NativePixels.bitsPerFrame(image, false) + 7) / 8;
        if (length > Integer.MAX_VALUE - 64) {
            throw new DicomException(file, "a frame of " + length + " bytes is too large");
        }
        try {
            return DeflatedFrame.inflate(bytes, (int) length);
        } catch (CodecException e) {
            throw new DicomException(file, "frame " + (index + 1) + ": " + e.getMessage(), e);
        }
    }

    @Override
    public int framesPresent() {
        int present = 0;
        while (present < frames.size()
                && frames.get(present).stream().noneMatch(Fragment::truncated)) {
            present++;
        }
        return present;
    }

    @Override
    public List<Unprocessed> surplus() {
        return List.copyOf(surplus);
    }
}
