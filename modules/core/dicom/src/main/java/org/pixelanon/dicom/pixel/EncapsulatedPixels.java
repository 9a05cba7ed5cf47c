package org.pixelanon.dicom.pixel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.deflate.DeflatedFrame;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Fragments;
import org.pixelanon.dicom.data.Fragments.Fragment;
import org.pixelanon.dicom.data.TransferSyntax;

/** Frames of compressed pixels and the fragments each is in (DICOM PS3.5 A.4). */
public final class EncapsulatedPixels implements PixelSpans {

    private final Path file;
    private final ByteSource source;
    private final ImageDescription image;
    private final Fragments fragments;
    private final boolean deflated;
    private final List<List<Fragment>> frames;
    private final List<Unprocessed> surplus;

    private EncapsulatedPixels(
            Path file,
            ByteSource source,
            ImageDescription image,
            Fragments fragments,
            long[] extendedOffsets,
            TransferSyntax syntax)
            throws IOException {
        this.deflated = syntax.deflatesFrames();
        this.file = file;
        this.source = source;
        this.image = image;
        this.fragments = fragments;
        FrameDivision division = new FrameDivision(file, source, image, fragments, syntax);
        this.frames = division.frames(extendedOffsets);
        this.surplus = division.surplus();
    }

    static EncapsulatedPixels of(
            Path file,
            ByteSource source,
            ImageDescription image,
            Fragments fragments,
            long[] extendedOffsets,
            TransferSyntax syntax)
            throws IOException {
        return new EncapsulatedPixels(file, source, image, fragments, extendedOffsets, syntax);
    }

    /** The fragments of one frame, in order. */
    public List<Fragment> fragmentsOf(int index) {
        return frames.get(index);
    }

    /** All fragments and the Basic Offset Table. */
    public Fragments fragments() {
        return fragments;
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
    public NativePixels asNative(int index) throws IOException {
        byte[] bytes = nativeBytes(index);
        return NativePixels.ofFrame(file, new ByteSource.OfArray(bytes), image, 0, bytes.length);
    }

    /** The bytes of a native frame, inflated if need be. */
    public byte[] nativeBytes(int index) throws IOException {
        byte[] bytes = frameBytes(index);
        if (!deflated) {
            return bytes;
        }
        long length = (image.bitsPerFrame(false) + 7) / 8;
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
        return surplus;
    }
}
