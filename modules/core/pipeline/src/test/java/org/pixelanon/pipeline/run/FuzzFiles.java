package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * Draws small images of every kind: sizes from 1 by 1 to 64 by 64 and long narrow ones, all
 * photometric interpretations, bit depths and syntaxes, overlays, windows, tables, ultrasound
 * regions, and bits that no element describes. Every second one is damaged then. Not thread-safe.
 */
final class FuzzFiles {

    private static final int LARGEST = 64;

    /** Syntaxes whose frames our codecs write, and those of {@link Syntax}. */
    private static final List<String> CODED =
            List.of(
                    "1.2.840.10008.1.2.4.57",
                    "1.2.840.10008.1.2.4.70",
                    "1.2.840.10008.1.2.4.80",
                    "1.2.840.10008.1.2.4.90",
                    "1.2.840.10008.1.2.4.91",
                    "1.2.840.10008.1.2.8.1");

    private static final List<String> PHOTOMETRICS =
            List.of(
                    "MONOCHROME2",
                    "MONOCHROME2",
                    "MONOCHROME1",
                    "RGB",
                    "YBR_FULL",
                    "YBR_FULL_422",
                    "PALETTE COLOR",
                    "ARGB");

    /** Allocated, stored, high bit. */
    private static final int[][] DEPTHS = {
        {8, 8, 7},
        {8, 8, 7},
        {8, 7, 6},
        {8, 1, 0},
        {8, 4, 7},
        {16, 16, 15},
        {16, 12, 11},
        {16, 10, 15},
        {16, 8, 7},
        {32, 32, 31},
        {1, 1, 0}
    };

    /** Numbers that describe the pixels: samples, planar configuration, size, bits, sign. */
    private static final int[] DESCRIBING = {
        0x0028_0002,
        0x0028_0006,
        0x0028_0010,
        0x0028_0011,
        0x0028_0100,
        0x0028_0101,
        0x0028_0102,
        0x0028_0103,
        0x0028_0100,
        0x0028_0101,
        0x0028_0102
    };

    private static final int[] STATED = {
        0, 1, 2, 3, 4, 7, 8, 9, 10, 12, 15, 16, 17, 24, 31, 32, 33, 64, 255, 65535
    };

    private final Random random;

    FuzzFiles(long seed) {
        random = new Random(seed);
    }

    /**
     * A file.
     *
     * @param bytes what it holds
     * @param planes how many planes were drawn at least; 0 if the file was damaged afterwards
     * @param what what was drawn, for people
     */
    record Drawn(byte[] bytes, int planes, String what) {}

    /** The next file. */
    Drawn next() throws IOException {
        int[] size = size();
        int[] depth = DEPTHS[random.nextInt(DEPTHS.length)];
        String photometric = PHOTOMETRICS.get(random.nextInt(PHOTOMETRICS.size()));
        boolean grey = photometric.startsWith("MONO") || photometric.startsWith("PALETTE");
        if (photometric.startsWith("PAL") && depth[0] > 16) {
            depth = DEPTHS[0];
        }
        if (!grey && depth[0] != 8 && depth[0] != 16) {
            depth = DEPTHS[0];
        }
        if (photometric.endsWith("422")) {
            size[1] += size[1] & 1;
            depth = DEPTHS[0];
        }
        int frames = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1;
        SampleFile file = SampleFile.of(size[0], size[1]).frames(frames);
        file.bits(depth[0], depth[1], depth[2]).photometric(photometric);
        if (grey && depth[1] > 1 && random.nextInt(4) == 0) {
            file.signed();
        }
        file.planar(random.nextInt(4) == 0 ? 1 : 0).samples(pattern(depth[1]));
        if (photometric.startsWith("PALETTE")) {
            palette(file);
        }
        int overlays = overlays(file, size, depth);
        if (random.nextInt(3) == 0) {
            file.with(this::addDisplay);
        }
        if (random.nextInt(6) == 0) {
            file.with(this::addUltrasound);
        }
        boolean contradicted = random.nextInt(4) == 0;
        if (contradicted) {
            file.with(this::contradict);
        }
        String what = Arrays.toString(size) + Arrays.toString(depth) + photometric + " x" + frames;
        int planes = contradicted ? 0 : frames + overlays;
        return coded(file, size, depth, photometric, frames, planes, what);
    }

    private Drawn coded(
            SampleFile file,
            int[] size,
            int[] depth,
            String photometric,
            int frames,
            int planes,
            String what)
            throws IOException {
        int kind = random.nextInt(Syntax.values().length + CODED.size());
        byte[] bytes;
        String syntax;
        if (kind < CODED.size() && depth[0] != 1 && !photometric.endsWith("422")) {
            syntax = CODED.get(kind);
            bytes =
                    FuzzFrames.encoded(
                            file,
                            syntax,
                            size,
                            depth,
                            !photometric.startsWith("YBR") && !photometric.equals("RGB"),
                            frames);
        } else {
            Syntax drawn = Syntax.values()[kind % Syntax.values().length];
            boolean fits = depth[0] != 1 || !drawn.encapsulated();
            if (photometric.endsWith("422")) {
                fits = !drawn.encapsulated() || drawn == Syntax.JPEG_BASELINE;
            } else if (drawn == Syntax.JPEG_BASELINE) {
                fits = depth[0] == 8 && depth[1] == 8 && !photometric.startsWith("PAL");
            }
            syntax = fits ? drawn.name() : Syntax.EXPLICIT.name();
            bytes = file.toBytes(Syntax.valueOf(syntax));
        }
        boolean damaged = random.nextBoolean();
        return new Drawn(
                damaged ? damaged(bytes) : bytes, damaged ? 0 : planes, what + " " + syntax);
    }

    private int[] size() {
        return switch (random.nextInt(12)) {
            case 0 -> new int[] {1 + random.nextInt(3), 1 + random.nextInt(3)};
            case 1 -> new int[] {1 + random.nextInt(LARGEST), 32};
            case 2 -> new int[] {1 + random.nextInt(2), 1 + random.nextInt(5000)};
            case 3 -> new int[] {1 + random.nextInt(5000), 1 + random.nextInt(2)};
            case 4 -> new int[] {20 + random.nextInt(40), 96};
            default -> new int[] {1 + random.nextInt(LARGEST), 1 + random.nextInt(LARGEST)};
        };
    }

    /** Noise, one level, strokes that look like letters, or ramps. */
    private SampleFile.Sampler pattern(int stored) {
        int seed = random.nextInt();
        int top = stored > 30 ? Integer.MAX_VALUE : (1 << stored) - 1;
        return switch (random.nextInt(5)) {
            case 0 -> (f, r, c, k) -> mixed(seed + ((f * 5009 + r) * 5003 + c) * 3 + k) & top;
            case 1 -> (f, r, c, k) -> seed & top;
            case 2 -> (f, r, c, k) -> r * 3 + c * 2 + k & top;
            default ->
                    (f, r, c, k) -> {
                        boolean between = r % 12 > 8 || c % 7 > 4;
                        int letter = mixed(seed + r / 12 * 701 + c / 7);
                        boolean ink = (mixed(letter + r % 12 / 2 * 5 + c % 7) & 3) > 1;
                        return !between && ink ? top : (seed & top) / 9;
                    };
        };
    }

    private static int mixed(int value) {
        int h = value * 0x9E3779B1;
        h ^= h >>> 15;
        h *= 0x85EBCA6B;
        return h ^ h >>> 13;
    }

    private void palette(SampleFile file) {
        int entries = random.nextInt(5) == 0 ? 1 : 1 + random.nextInt(300);
        long[][] tables = new long[3][entries];
        for (long[] table : tables) {
            Arrays.setAll(table, i -> random.nextInt(65536));
        }
        file.palette(random.nextInt(3), tables[0], tables[1], tables[2]);
        file.photometric("PALETTE COLOR");
    }

    /** Adds overlay planes, in an element or in high bits, or bits that nothing describes. */
    private int overlays(SampleFile file, int[] size, int[] depth) {
        int seed = random.nextInt();
        Overlay.Bits bits = (f, r, c) -> (mixed(seed + r * 601 + c) & 3) == 0;
        switch (random.nextInt(8)) {
            case 0 -> {
                int frames = 1 + random.nextInt(2);
                int group = 0x6000 + 2 * random.nextInt(16);
                int rows =
                        random.nextInt(3) == 0
                                ? 1 + random.nextInt(LARGEST)
                                : Math.min(LARGEST, size[0]);
                int columns =
                        random.nextInt(3) == 0
                                ? 1 + random.nextInt(LARGEST)
                                : Math.min(LARGEST, size[1]);
                file.overlay(new Overlay(group, rows, columns, shift(), shift(), frames, bits));
                return frames;
            }
            case 1 -> {
                if (depth[2] + 1 < depth[0]) {
                    file.highBitOverlay(0x6000, depth[0] - 1, bits);
                    if (random.nextBoolean()) {
                        // the bits stay, what describes them goes
                        file.with(b -> undescribed(b));
                    }
                }
            }
            default -> {
                // none
            }
        }
        return 0;
    }

    private static void undescribed(DicomBuilder file) {
        for (int element : new int[] {0x10, 0x11, 0x15, 0x40, 0x50, 0x51, 0x100, 0x102, 0x3000}) {
            file.remove(0x6000_0000 | element);
        }
    }

    private int shift() {
        return random.nextInt(3) == 0 ? random.nextInt(20) - 9 : 1;
    }

    private void addDisplay(DicomBuilder file) {
        int count = 1 + random.nextInt(3);
        file.text(0x0028_1050, "DS", numbers(count, 400, -100));
        file.text(0x0028_1051, "DS", numbers(count + random.nextInt(9) / 8, 300, -9));
        if (random.nextBoolean()) {
            file.text(0x0028_1052, "DS", numbers(1, 2000, -1000));
            file.text(0x0028_1053, "DS", numbers(1, 4, -1));
        }
        if (random.nextInt(3) == 0) {
            int entries = random.nextInt(40);
            long[] table = new long[entries];
            Arrays.setAll(table, i -> random.nextInt(65536));
            DicomBuilder item = new DicomBuilder();
            item.numbers(
                    0x0028_3002,
                    "US",
                    entries + random.nextInt(2),
                    random.nextInt(9),
                    8 + 8 * random.nextInt(2));
            item.numbers(0x0028_3006, "US", table);
            file.sequence(random.nextBoolean() ? 0x0028_3010 : 0x0028_3000, item);
        }
    }

    /** States something else of the pixels than they are. */
    private void contradict(DicomBuilder file) {
        for (int i = random.nextInt(2); i >= 0; i--) {
            int tag = DESCRIBING[random.nextInt(DESCRIBING.length)];
            switch (random.nextInt(6)) {
                case 0 -> file.remove(tag);
                case 1 -> file.numbers(tag, "US", 1, 8);
                default -> file.numbers(tag, "US", STATED[random.nextInt(STATED.length)]);
            }
        }
        switch (random.nextInt(6)) {
            case 0 -> file.text(0x0028_0008, "IS", numbers(1 + random.nextInt(2), 5, -1));
            case 1 ->
                    file.text(
                            0x0028_0004,
                            "CS",
                            PHOTOMETRICS.get(random.nextInt(PHOTOMETRICS.size())));
            default -> file.remove(0x0028_0034);
        }
    }

    private String[] numbers(int count, int span, int least) {
        String[] out = new String[count];
        Arrays.setAll(out, i -> Integer.toString(random.nextInt(span) + least));
        return out;
    }

    private void addUltrasound(DicomBuilder file) {
        List<DicomBuilder> items = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            DicomBuilder item = new DicomBuilder();
            for (int tag : new int[] {0x0018_6018, 0x0018_601A, 0x0018_601C, 0x0018_601E}) {
                if (random.nextInt(12) > 0) {
                    item.numbers(tag, "UL", random.nextInt(LARGEST));
                }
            }
            items.add(item);
        }
        file.sequence(0x0018_6011, items.toArray(DicomBuilder[]::new));
    }

    /** One to three changes, more often before the pixels than in them. */
    private byte[] damaged(byte[] file) {
        byte[] out = file.clone();
        int head = Math.min(out.length, 900);
        for (int i = 1 + random.nextInt(3); i > 0 && out.length > 200; i--) {
            int end = random.nextInt(3) > 0 ? Math.min(head, out.length) : out.length;
            int at = 132 + random.nextInt(end - 132);
            switch (random.nextInt(6)) {
                case 0 -> out[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> out[at] = (byte) random.nextInt(256);
                case 2 -> out[at] = (byte) random.nextInt(4);
                case 3 -> {
                    int length = Math.min(out.length - at, 1 + random.nextInt(16));
                    int source = random.nextInt(out.length - length + 1);
                    System.arraycopy(out, source, out, at, length);
                }
                case 4 -> out[at] += random.nextBoolean() ? 1 : -1;
                default -> out = random.nextInt(5) > 0 ? out : Arrays.copyOf(out, at);
            }
        }
        return out;
    }
}
