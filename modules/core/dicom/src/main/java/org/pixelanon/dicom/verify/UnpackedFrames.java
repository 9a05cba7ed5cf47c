package org.pixelanon.dicom.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.deflate.DeflatedFrame;
import org.pixelanon.codec.jpeg.JpegHeader;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Fragments;
import org.pixelanon.dicom.data.Fragments.Fragment;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;

/**
 * The frames of an original or its copy, found and unpacked for the proof; codestreams are decoded
 * by the program's codecs. Thread-safe.
 */
final class UnpackedFrames {

    private final DicomFile file;
    private final ImageDescription image;
    private final TransferSyntax syntax;
    private final Element data;
    private final @Nullable List<List<Fragment>> frames;

    /**
     * Finds the frames.
     *
     * @param image what the frames of this file are, not by its own elements
     * @param syntax the transfer syntax they are in
     */
    UnpackedFrames(DicomFile file, ImageDescription image, TransferSyntax syntax, Element data)
            throws IOException {
        this.file = file;
        this.image = image;
        this.syntax = syntax;
        this.data = data;
        Fragments fragments = data.fragments();
        this.frames = fragments == null ? null : FrameFragments.of(file, image, syntax, fragments);
    }

    /** The frames of a copy whose places are known; those that did not change have none. */
    UnpackedFrames(
            DicomFile file,
            ImageDescription image,
            TransferSyntax syntax,
            Element data,
            List<List<Fragment>> places) {
        this.file = file;
        this.image = image;
        this.syntax = syntax;
        this.data = data;
        this.frames = data.fragments() == null ? null : places;
    }

    /** The fragments of a frame; none if frames are native. */
    List<Fragment> fragments(int index) {
        return frames == null ? List.of() : frames.get(index);
    }

    /** Returns whether frames lie in fragments. */
    boolean inFragments() {
        return frames != null;
    }

    /** Returns whether fragments hold codestreams and not samples. */
    boolean isCoded() {
        return frames != null && syntax.encapsulated() && !syntax.wrapsNative();
    }

    /** Where frames lie in the element, if they are native. */
    FrameWords.Native inElement() {
        return FrameWords.Native.of(file.source(), data, image, image.planarConfiguration() == 1);
    }

    /** The fragments of a frame joined. */
    byte[] joined(int index) throws IOException {
        long total = fragments(index).stream().mapToLong(Fragment::length).sum();
        if (total > Integer.MAX_VALUE - 64) {
            throw failure(index, "is too large", null);
        }
        byte[] out = new byte[(int) total];
        int at = 0;
        for (Fragment f : fragments(index)) {
            file.source().read(f.value(), out, at, (int) f.length());
            at += (int) f.length();
        }
        return out;
    }

    /** The bytes of a frame whose fragments hold samples. */
    private byte[] samples(int index) throws IOException {
        byte[] joined = joined(index);
        if (!syntax.deflatesFrames()) {
            return joined;
        }
        long bits = FrameWords.Native.of(new byte[0], image).bits();
        try {
            return DeflatedFrame.inflate(joined, Math.toIntExact((bits + 7) / 8));
        } catch (CodecException e) {
            throw failure(index, e.getMessage(), e);
        }
    }

    FrameWords words(int index) throws IOException {
        if (frames == null) {
            return inElement().frame(index);
        }
        if (!isCoded()) {
            return FrameWords.Native.of(samples(index), image).frame(0);
        }
        try {
            byte[] decoded =
                    FrameCodecs.of(syntax.uid())
                            .orElseThrow(() -> failure(index, "cannot be decoded", null))
                            .decode(joined(index), image.shape());
            if (image.bitsAllocated() == 1) {
                requireBits(index, decoded);
            }
            return FrameWords.decoded(image, decoded);
        } catch (CodecException e) {
            throw failure(index, e.getMessage(), e);
        }
    }

    private void requireBits(int index, byte[] decoded) throws DicomException {
        for (byte sample : decoded) {
            if ((sample & ~1) != 0) {
                throw failure(index, "has samples of more than 1 bit", null);
            }
        }
    }

    /** What stands in the fragments of a frame of samples behind its last word. */
    byte[] behind(int index) throws IOException {
        if (frames == null || isCoded()) {
            return new byte[0];
        }
        byte[] in = samples(index);
        int used = (int) ((FrameWords.Native.of(in, image).bits() + 7) / 8);
        return Arrays.copyOfRange(in, Math.min(used, in.length), in.length);
    }

    /** What the words of a frame mean: JPEG says itself whether it holds RGB (ISO 10918-6 6.5). */
    PhotometricInterpretation meaning(int index) throws IOException {
        PhotometricInterpretation stated = image.photometric();
        if (isCoded() && image.samplesPerPixel() == 3 && syntax.isJpeg()) {
            try {
                return isYbr(JpegHeader.of(joined(index)), stated)
                        ? PhotometricInterpretation.YBR_FULL
                        : PhotometricInterpretation.RGB;
            } catch (CodecException e) {
                throw failure(index, e.getMessage(), e);
            }
        }
        if (stated == PhotometricInterpretation.YBR_FULL_422) {
            return PhotometricInterpretation.YBR_FULL;
        }
        // the transforms of JPEG 2000 are undone by its decoder
        boolean transformed =
                stated == PhotometricInterpretation.YBR_ICT
                        || stated == PhotometricInterpretation.YBR_RCT;
        return transformed && isCoded() ? PhotometricInterpretation.RGB : stated;
    }

    private static boolean isYbr(JpegHeader header, PhotometricInterpretation stated) {
        if (header.adobeTransform() >= 0) {
            return header.adobeTransform() == 1;
        }
        return header.jfif() || !header.rgbIds() && stated.isYbr();
    }

    private DicomException failure(int index, @Nullable String why, @Nullable Exception cause) {
        String reason = "frame " + (index + 1) + ": " + why;
        return cause == null
                ? new DicomException(file.path(), reason)
                : new DicomException(file.path(), reason, cause);
    }
}
