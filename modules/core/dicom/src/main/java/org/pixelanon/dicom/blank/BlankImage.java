package org.pixelanon.dicom.blank;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;
import org.pixelanon.dicom.redact.BlackValue;
import org.pixelanon.dicom.redact.CopyOutput;
import org.pixelanon.dicom.redact.ElementWriter;
import org.pixelanon.model.PixelAnonException;

/**
 * The blank frame of an image and how it is written: RLE Lossless, or uncompressed where that holds
 * no such samples (single bits, 12 bits in a word, 64 bits, floating point).
 *
 * @param original the image of the original
 * @param photometric what the samples of the copy mean; RGB for what a codec kept otherwise
 * @param words the word of each sample of a pixel: what displays black, above signed samples their
 *     sign, overlay bits clear
 * @param rle whether frames are RLE Lossless
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BlankImage(
        ImageDescription original,
        PhotometricInterpretation photometric,
        long[] words,
        boolean rle) {

    private static final ElementWriter LITTLE = new ElementWriter(true, false);

    /** An offset in the Basic Offset Table has 32 bits. */
    private static final long LARGEST_OFFSET = 0xFFFFFFFFL;

    static BlankImage of(DicomFile file, ImageDescription image) throws IOException {
        PhotometricInterpretation stated = image.photometric();
        PhotometricInterpretation meaning =
                image.samplesPerPixel() == 3 && stated != PhotometricInterpretation.YBR_FULL
                        ? PhotometricInterpretation.RGB
                        : stated;
        int bits = image.bitsAllocated();
        boolean rle = !image.floating() && (bits == 8 || bits == 16 || bits == 32);
        long[] black = BlackValue.words(file, image, meaning);
        return new BlankImage(image, meaning, file.pixels().undescribed().withSign(black), rle);
    }

    String transferSyntax() {
        return rle ? UID.RLELossless : UID.ExplicitVRLittleEndian;
    }

    /** Writes the element that holds the pixels, last of the data set. */
    void write(CopyOutput out) throws IOException {
        if (rle) {
            encapsulated(out);
        } else {
            uncompressed(out);
        }
    }

    private void encapsulated(CopyOutput out) throws IOException {
        byte[] frame = LITTLE.item(Tag.Item, encoded());
        int frames = original.frames();
        boolean table = (long) frames * frame.length <= LARGEST_OFFSET;
        ByteBuffer offsets =
                ByteBuffer.allocate(table ? 4 * frames : 0).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; table && i < frames; i++) {
            offsets.putInt((int) ((long) i * frame.length));
        }
        out.bytes(LITTLE.header(Tag.PixelData, VR.OB, Element.UNDEFINED));
        out.bytes(LITTLE.item(Tag.Item, offsets.array()));
        for (int i = 0; i < frames; i++) {
            out.bytes(frame);
        }
        out.bytes(LITTLE.item(Tag.SequenceDelimitationItem, new byte[0]));
    }

    private byte[] encoded() throws CodecException {
        FrameShape shape =
                new FrameShape(
                        original.rows(),
                        original.columns(),
                        original.samplesPerPixel(),
                        original.bitsAllocated());
        byte[] samples = new byte[shape.bytes()];
        int size = shape.sampleBytes();
        for (int at = 0, sample = 0; at < samples.length; at += size, sample++) {
            long word = words[sample % words.length];
            for (int k = 0; k < size; k++) {
                samples[at + k] = (byte) (word >>> 8 * k);
            }
        }
        return FrameCodecs.encoder(UID.RLELossless).orElseThrow().encode(samples, shape, null);
    }

    private void uncompressed(CopyOutput out) throws IOException {
        int bits = original.bitsAllocated();
        long samples = original.pixels() * original.samplesPerPixel() * original.frames();
        long bytes = (Math.multiplyExact(samples, (long) bits) + 7) / 8;
        long length = bytes + (bytes & 1);
        if (length > LARGEST_OFFSET - 1) {
            throw new PixelAnonException("blank pixels of " + length + " bytes are too large");
        }
        VR vr =
                switch (original.pixelTag()) {
                    case Tag.FloatPixelData -> VR.OF;
                    case Tag.DoubleFloatPixelData -> VR.OD;
                    default -> bits > 8 ? VR.OW : VR.OB;
                };
        out.bytes(LITTLE.header(original.pixelTag(), vr, length));
        byte[] pattern = pattern(bits);
        for (long at = 0; at < length; at += pattern.length) {
            boolean whole = length - at >= pattern.length;
            out.bytes(whole ? pattern : Arrays.copyOf(pattern, (int) (length - at)));
        }
    }

    /** Whole words, whole bytes, and many of both. */
    private byte[] pattern(int bits) {
        int samples = 8 * 1024 * 3;
        byte[] pattern = new byte[samples * bits / 8];
        for (int i = 0; i < samples; i++) {
            long word = words[i % words.length];
            for (int k = 0; k < bits; k++) {
                int bit = i * bits + k;
                pattern[bit >> 3] |= (byte) ((word >>> k & 1) << (bit & 7));
            }
        }
        return pattern;
    }
}
