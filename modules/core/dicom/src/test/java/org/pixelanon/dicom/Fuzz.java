package org.pixelanon.dicom;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameCodec;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.deflate.DeflatedFrame;
import org.pixelanon.codec.jpeg.JpegEditor;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * Feeds mutated inputs to a codec, to the editor of JPEG blocks, or to parser, redactor and
 * verifier at once, and counts what becomes of them: decoded, refused with a reason, or anything
 * else, which is a defect. Half of the inputs of a codec have an intact header and are changed
 * behind it, so that they reach entropy decoding. Many inputs by {@link #main}, a few in every test
 * run by {@link FuzzTest}.
 */
final class Fuzz {

    private static final long HANG = 10_000_000_000L;

    /** Pixels of a frame whose decoding is quick enough to be repeated often. */
    private static final int SMALL = 20_000;

    private final Random random;
    private int decoded;
    private int refused;
    private int entropy;
    private int defects;
    private long slowest;

    private Fuzz(long seed) {
        random = new Random(seed);
    }

    /** A codestream, the shape it has, and the bytes of the native frame. */
    private record Seed(byte[] bytes, FrameShape shape, int length) {}

    /** What an input is given to. */
    private interface Target {
        void take(byte[] input) throws IOException;
    }

    /**
     * Prints one line per target; ends with 1 if anything but a result or a refusal came out.
     *
     * @param arguments a folder of DICOM files with seeds (or {@code -}), the number of inputs for
     *     each target, a seed, then targets: transfer syntax UIDs, {@code edit} or {@code file}
     * @throws IOException if seeds cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        boolean clean = true;
        for (int i = 3; i < arguments.length; i++) {
            Fuzz fuzz =
                    run(
                            arguments[0],
                            Integer.parseInt(arguments[1]),
                            Long.parseLong(arguments[2]),
                            arguments[i]);
            System.out.println(arguments[i] + ": " + fuzz);
            clean &= fuzz.defects == 0;
        }
        System.exit(clean ? 0 : 1);
    }

    /** Feeds one target; {@link #defects()} and the text of the result tell what came out. */
    static Fuzz run(String folder, int count, long seed, String target) throws IOException {
        Fuzz fuzz = new Fuzz(seed + target.hashCode());
        switch (target) {
            case "file" -> fuzz.files(count);
            case "edit" -> fuzz.edits(seeds(folder, UID.JPEGBaseline8Bit), count);
            default -> fuzz.frames(target, seeds(folder, target), count);
        }
        return fuzz;
    }

    int defects() {
        return defects;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d inputs, %d reached entropy decoding, %d decoded, %d refused, %d"
                        + " defects, slowest %.0f ms",
                decoded + refused + defects,
                entropy,
                decoded,
                refused,
                defects,
                slowest / 1e6);
    }

    /** Small frames of real files and, where we can encode them, of our own. */
    private static List<Seed> seeds(String folder, String uid) throws IOException {
        List<Seed> seeds = new ArrayList<>();
        if (!folder.equals("-")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
                    real(path, uid, seeds);
                }
            }
        }
        if (FrameCodecs.encoder(uid).isPresent()) {
            Random random = new Random(1);
            for (FrameShape shape :
                    List.of(
                            new FrameShape(16, 24, 1, 8),
                            new FrameShape(19, 21, 3, 8),
                            new FrameShape(24, 16, 1, 16, 12, true))) {
                byte[] samples = new byte[shape.bytes()];
                for (int i = 0; i < samples.length; i += shape.sampleBytes()) {
                    samples[i] = (byte) (i / 9 + random.nextInt(3));
                }
                seeds.add(
                        new Seed(
                                FrameCodecs.encoder(uid).get().encode(samples, shape, null),
                                shape,
                                shape.bytes()));
            }
        }
        seeds.sort(Comparator.comparingInt(seed -> seed.shape().pixels()));
        while (seeds.size() > 1 && seeds.get(seeds.size() - 1).shape().pixels() > SMALL) {
            seeds.remove(seeds.size() - 1);
        }
        if (seeds.isEmpty()) {
            throw new IOException("no seed of " + uid);
        }
        return seeds;
    }

    private static void real(Path path, String uid, List<Seed> seeds) {
        try (DicomFile file = DicomFile.open(path)) {
            if (file.transferSyntax().uid().equals(uid) && file.image().isPresent()) {
                ImageDescription image = file.image().get();
                byte[] frame = file.pixels().spans().frameBytes(0);
                long length = (image.bitsPerFrame(false) + 7) / 8;
                seeds.add(new Seed(frame, image.shape(), (int) length));
            }
        } catch (IOException e) {
            System.err.println("no seed: " + e.getMessage());
        }
    }

    private void frames(String uid, List<Seed> seeds, int count) {
        FrameCodec codec = FrameCodecs.of(uid).orElse(null);
        for (int i = 0; i < count; i++) {
            Seed seed = seeds.get(random.nextInt(seeds.size()));
            boolean inside = i % 2 == 0;
            byte[] input = mutated(seed.bytes(), inside ? header(seed.bytes(), uid) : 0);
            entropy += inside ? 1 : 0;
            give(
                    input,
                    bytes -> {
                        if (codec == null) {
                            DeflatedFrame.inflate(bytes, seed.length());
                        } else {
                            codec.decode(bytes, seed.shape());
                        }
                    });
        }
    }

    private void edits(List<Seed> seeds, int count) {
        for (int i = 0; i < count; i++) {
            Seed seed = seeds.get(random.nextInt(seeds.size()));
            boolean inside = i % 2 == 0;
            entropy += inside ? 1 : 0;
            long[] black = new long[seed.shape().samplesPerPixel()];
            give(
                    mutated(seed.bytes(), inside ? header(seed.bytes(), UID.JPEGBaseline8Bit) : 0),
                    bytes ->
                            JpegEditor.blank(
                                    bytes,
                                    seed.shape(),
                                    List.of(new PixelRectangle(1, 1, 9, 9)),
                                    black));
        }
    }

    /** Whole files: parsed, described, decoded, redacted and proven. */
    private void files(int count) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Syntax syntax : Syntax.values()) {
            seeds.add(
                    SampleFile.of(16, 24)
                            .frames(2)
                            .samples((f, r, c, k) -> r * c % 200)
                            .toBytes(syntax));
        }
        Path folder = Files.createTempDirectory("fuzz");
        Path in = folder.resolve("in.dcm");
        Path out = folder.resolve("out.dcm");
        for (int i = 0; i < count; i++) {
            byte[] input = mutated(seeds.get(random.nextInt(seeds.size())), 0);
            give(
                    input,
                    bytes -> {
                        Files.write(in, bytes);
                        whole(in, out);
                    });
        }
    }

    private static void whole(Path in, Path out) throws IOException {
        try (DicomFile file = DicomFile.open(in)) {
            file.identity();
            file.frame(0);
            RedactionTargets targets =
                    RedactionTargets.resolve(
                            file,
                            new RedactionPlan(
                                    List.of(
                                            new Region(
                                                    new FramePlane(0),
                                                    new PixelRectangle(2, 2, 9, 5)))));
            new Redactor().write(file, targets, RedactionPolicy.DEFAULT, out);
            new Verifier().verify(file, out, targets, RedactionPolicy.DEFAULT);
        }
    }

    private void give(byte[] input, Target target) {
        long start = cpuTime();
        try {
            target.take(input);
            decoded++;
        } catch (CodecException | DicomException e) {
            refused++;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            defect(input, e);
        }
        long took = cpuTime() - start;
        slowest = Math.max(slowest, took);
        if (took > HANG) {
            defect(input, new IOException("took " + took / 1_000_000 + " ms"));
        }
    }

    /** Nanoseconds of a processor that this thread took: a busy machine makes nothing hang. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void defect(byte[] input, Throwable e) {
        defects++;
        if (defects <= 5) {
            e.printStackTrace();
            try {
                System.err.println(Files.write(Files.createTempFile("defect", ".bin"), input));
            } catch (IOException lost) {
                System.err.println("the input cannot be kept: " + lost);
            }
        }
    }

    /** The first byte behind the header of a codestream. */
    private static int header(byte[] in, String uid) {
        if (uid.equals(UID.RLELossless)) {
            return 64;
        }
        int marker = in.length > 2 && (in[1] & 0xFF) == 0x4F ? 0x93 : 0xDA;
        for (int i = 2; i + 4 < in.length; i++) {
            if ((in[i] & 0xFF) == 0xFF && (in[i + 1] & 0xFF) == marker) {
                return marker == 0x93
                        ? i + 2
                        : i + 2 + ((in[i + 2] & 0xFF) << 8 | in[i + 3] & 0xFF);
            }
        }
        return 0;
    }

    /** One to four changes from an offset on: bits, bytes, stretches copied, the end cut off. */
    private byte[] mutated(byte[] seed, int from) {
        byte[] out = seed.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && out.length > from + 1; i++) {
            int at = from + random.nextInt(out.length - from);
            switch (random.nextInt(6)) {
                case 0 -> out[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> out[at] = (byte) random.nextInt(256);
                case 2 -> out[at] = (byte) 0xFF;
                case 3 -> out[at] = 0;
                case 4 -> {
                    int length = Math.min(out.length - at, 1 + random.nextInt(16));
                    int source = random.nextInt(out.length - length + 1);
                    System.arraycopy(out, source, out, at, length);
                }
                default -> out = random.nextInt(4) > 0 ? out : Arrays.copyOf(out, at);
            }
        }
        return out;
    }
}
