package blackbox.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Images with bits in their words that are neither sample nor overlay. */
final class FreeBits {

    static final String JPEG = "1.2.840.10008.1.2.4.";

    static final String DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1";

    static final int ROWS = 12;

    static final int COLUMNS = 18;

    static final Form CT = new Form(16, 12, 11, false, "MONOCHROME2");

    static final Form SIGNED = new Form(16, 12, 11, true, "MONOCHROME2");

    private final Path folder;

    /** Files are written into a folder. */
    FreeBits(Path folder) {
        this.folder = folder;
    }

    /** How words are divided. */
    record Form(int allocated, int stored, int highBit, boolean signed, String photometric) {

        int shift() {
            return highBit + 1 - stored;
        }

        long mask() {
            return (1L << stored) - 1 << shift();
        }

        int channels() {
            return photometric.equals("RGB") ? 3 : 1;
        }
    }

    /** An image whose words are given whole. */
    static SampleFile image(Form form, int frames, SampleFile.Sampler words) {
        return SampleFile.of(ROWS, COLUMNS)
                .frames(frames)
                .bits(form.allocated(), form.allocated(), form.allocated() - 1)
                .photometric(form.photometric())
                .samples(words)
                .with(
                        b ->
                                b.numbers(Tag.BitsStored, "US", form.stored())
                                        .numbers(Tag.HighBit, "US", form.highBit())
                                        .numbers(
                                                Tag.PixelRepresentation,
                                                "US",
                                                form.signed() ? 1 : 0));
    }

    static boolean ink(int frame, int row, int column) {
        return row > 2 && row < 9 && column > frame && (row * 5 + column * 3 + frame) % 7 < 3;
    }

    static int texture(int frame, int row, int column, int channel) {
        return row * 11 + column * 7 + frame * 3 + channel * 20;
    }

    /** A texture in the samples, with ink in some of the bits beside them. */
    static SampleFile.Sampler inked(Form form, long bits) {
        return (f, r, c, k) ->
                (int)
                        ((long) texture(f, r, c, k) << form.shift() & form.mask()
                                | (ink(f, r, c) ? bits : 0));
    }

    /** The file in any syntax; a codec gets whole words. */
    Path write(SampleFile sample, String uid) throws IOException {
        Optional<Syntax> own =
                Arrays.stream(Syntax.values()).filter(s -> s.uid().equals(uid)).findFirst();
        if (own.isPresent()) {
            return sample.write(folder.resolve("in.dcm"), own.get());
        }
        Path plain = sample.write(folder.resolve("plain.dcm"), Syntax.ENCAPSULATED_UNCOMPRESSED);
        List<byte[]> fragments = new ArrayList<>();
        try (DicomFile file = DicomFile.open(plain)) {
            for (int i = 0; i < file.image().orElseThrow().frames(); i++) {
                Frame frame = file.frame(i);
                fragments.add(
                        uid.equals(DEFLATED_FRAMES)
                                ? deflated(bytes(frame))
                                : encoder(uid).encode(bytes(frame), shape(frame), null));
            }
        }
        return stated(sample.with(b -> b.fragments(new byte[0], fragments)), uid);
    }

    static FrameEncoder encoder(String uid) {
        return FrameCodecs.encoder(uid).orElseThrow();
    }

    static FrameShape shape(Frame frame) {
        return new FrameShape(ROWS, COLUMNS, frame.samplesPerPixel(), frame.bitsAllocated());
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9, true))) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    /** The builder knows no such syntax, but one whose UID is as long. */
    private Path stated(SampleFile sample, String uid) throws IOException {
        byte[] file = sample.toBytes(Syntax.ENCAPSULATED_UNCOMPRESSED);
        byte[] from = Syntax.ENCAPSULATED_UNCOMPRESSED.uid().getBytes(StandardCharsets.US_ASCII);
        byte[] to = Arrays.copyOf(uid.getBytes(StandardCharsets.US_ASCII), from.length);
        int at = 0;
        while (!Arrays.equals(file, at, at + from.length, from, 0, from.length)) {
            at++;
        }
        System.arraycopy(to, 0, file, at, to.length);
        return Files.write(folder.resolve("in.dcm"), file);
    }

    static byte[] bytes(Frame frame) {
        int width = frame.bitsAllocated() / 8;
        byte[] out = new byte[frame.length() * width];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (frame.word(i / width) >> 8 * (i % width));
        }
        return out;
    }

    static byte[] drawn(int frame) {
        byte[] out = new byte[ROWS * COLUMNS];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (ink(frame, i / COLUMNS, i % COLUMNS) ? 255 : 0);
        }
        return out;
    }

    static SampleFile described(SampleFile sample, int position) {
        return sample.with(
                b ->
                        b.numbers(0x6000_0010, "US", ROWS)
                                .numbers(0x6000_0011, "US", COLUMNS)
                                .numbers(0x6000_0100, "US", 16)
                                .numbers(0x6000_0102, "US", position));
    }
}
