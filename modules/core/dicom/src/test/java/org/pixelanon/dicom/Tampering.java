package org.pixelanon.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.ToleratedDifference;
import org.pixelanon.model.Verification;

/**
 * Tampers with redacted copies of drawn files and counts what the verifier says of them. A copy
 * that is accepted although it is another one must be explained: only what {@link
 * ToleratedDifference} names may differ, found out here without the verifier. Many by {@link
 * #main}, a few in every test run by {@link TamperingTest}.
 */
final class Tampering {

    private final Random random;
    private final Path folder;
    private final @Nullable Path kept;
    private final Map<String, Integer> accepted = new TreeMap<>();
    private final Set<Integer> known = new HashSet<>();
    private final List<String> defects = new ArrayList<>();
    private int trials;
    private int refused;
    private int same;

    private Tampering(long seed, Path folder, @Nullable Path kept) {
        this.random = new Random(seed);
        this.folder = folder;
        this.kept = kept;
    }

    /**
     * Prints one line for each file and a total; ends with 1 if a defect was found.
     *
     * @param arguments the number of tamperings, a seed, and a folder in which copies that were
     *     accepted are kept beside the untouched one, for others to compare
     * @throws IOException if files cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Path kept = Files.createDirectories(Path.of(arguments[2]));
        List<TamperSeed> seeds = TamperSeed.all();
        List<Tampering> done = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < seeds.size(); i++) {
            int share = count / seeds.size() + (i < count % seeds.size() ? 1 : 0);
            Tampering one = run(seeds.get(i), share, seed, kept);
            System.out.println(seeds.get(i).name() + ": " + one);
            one.defects.forEach(System.out::println);
            done.add(one);
        }
        int trials = done.stream().mapToInt(t -> t.trials).sum();
        int accepted = done.stream().mapToInt(Tampering::accepted).sum();
        int defects = done.stream().mapToInt(t -> t.defects.size()).sum();
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        System.out.println(
                trials
                        + " tamperings of "
                        + seeds.size()
                        + " files in "
                        + seconds
                        + " s: "
                        + accepted
                        + " accepted and explained, "
                        + defects
                        + " defects");
        System.exit(defects == 0 ? 0 : 1);
    }

    /** Tampers with the copy of one file. */
    static Tampering run(TamperSeed seed, int count, long number, @Nullable Path kept)
            throws IOException {
        Path folder = Files.createTempDirectory("tampering");
        Tampering trial = new Tampering(number + seed.name().hashCode(), folder, kept);
        try {
            trial.run(seed, count);
        } finally {
            Files.deleteIfExists(folder.resolve("in.dcm"));
            Files.deleteIfExists(folder.resolve("out.dcm"));
            Files.deleteIfExists(folder);
        }
        return trial;
    }

    List<String> defects() {
        return defects;
    }

    int accepted() {
        return accepted.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return trials
                + " tamperings, "
                + refused
                + " refused, "
                + same
                + " more that changed nothing, accepted "
                + accepted
                + ", "
                + defects.size()
                + " defects";
    }

    private void run(TamperSeed seed, int count) throws IOException {
        Path in = Files.write(folder.resolve("in.dcm"), seed.original());
        Path out = folder.resolve("out.dcm");
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets targets = RedactionTargets.resolve(file, seed.plan());
            new Redactor().write(file, targets, seed.policy(), out);
            byte[] good = Files.readAllBytes(out);
            Verification proof = new Verifier().verify(file, out, targets, seed.policy());
            if (!proof.passed()) {
                defects.add(seed.name() + ": its own copy is refused: " + proof.problems());
                return;
            }
            TamperTool tool = new TamperTool(out, good, random);
            while (trials < count) {
                byte[] bad = tool.next();
                if (Arrays.equals(good, bad)) {
                    same++;
                    continue;
                }
                trials++;
                Files.write(out, bad);
                judge(seed, file, out, targets, good, bad, tool.way());
            }
        }
    }

    private void judge(
            TamperSeed seed,
            DicomFile file,
            Path out,
            RedactionTargets targets,
            byte[] good,
            byte[] bad,
            String way)
            throws IOException {
        try {
            Verification proof = new Verifier().verify(file, out, targets, seed.policy());
            if (!proof.passed()) {
                refused++;
                return;
            }
            ToleratedDifference why = explained(file, good, bad);
            if (why == null || !proof.tolerated().contains(why)) {
                defect(seed, way + " accepted and not explained", bad);
                return;
            }
            accepted.merge(way + ": " + why.words(), 1, Integer::sum);
            keep(seed, good, bad);
        } catch (IOException | RuntimeException e) {
            defect(seed, way + ": " + e + " at " + e.getStackTrace()[0], bad);
        }
    }

    private void defect(TamperSeed seed, String what, byte[] bad) throws IOException {
        defects.add(seed.name() + ": " + what);
        if (kept != null && defects.size() <= 5) {
            Files.write(kept.resolve(seed.name() + "-defect-" + defects.size() + ".dcm"), bad);
        }
    }

    /** Writes each different copy once, so that others may judge it. */
    private void keep(TamperSeed seed, byte[] good, byte[] bad) throws IOException {
        if (kept != null && known.add(Arrays.hashCode(bad))) {
            Files.write(kept.resolve(seed.name() + "-good.dcm"), good);
            Files.write(kept.resolve(seed.name() + "-" + known.size() + ".dcm"), bad);
        }
    }

    /** Why a copy may be accepted although it is another one; null if there is no reason. */
    private static @Nullable ToleratedDifference explained(
            DicomFile file, byte[] good, byte[] bad) {
        if (file.transferSyntax().deflatesFrames()) {
            return framesOnly(good, bad) ? ToleratedDifference.DEFLATE : null;
        }
        if (!file.transferSyntax().deflated()) {
            return null;
        }
        int start = dataSet(good);
        boolean sameHead = bad.length > start && Arrays.equals(good, 0, start, bad, 0, start);
        byte @Nullable [] was = inflated(good, start);
        byte @Nullable [] is = sameHead ? inflated(bad, start) : null;
        return is != null && Arrays.equals(was, is) ? ToleratedDifference.DEFLATE : null;
    }

    /** Whether copies differ in nothing but how frames are deflated, each in one last fragment. */
    private static boolean framesOnly(byte[] good, byte[] bad) {
        int start = pixels(good);
        if (!Arrays.equals(good, 0, start, bad, 0, start)) {
            return false;
        }
        int a = start;
        int b = start;
        while (a < good.length && b < bad.length) {
            int lengthA = int32(good, a + 4);
            int lengthB = int32(bad, b + 4);
            boolean item = Arrays.equals(good, a, a + 4, bad, b, b + 4);
            byte[] was = Arrays.copyOfRange(good, a + 8, a + 8 + lengthA);
            byte[] is = Arrays.copyOfRange(bad, b + 8, b + 8 + lengthB);
            boolean same = Arrays.equals(was, is);
            byte @Nullable [] frame = same ? null : inflated(is, 0);
            if (!item || !same && (frame == null || !Arrays.equals(inflated(was, 0), frame))) {
                return false;
            }
            a += 8 + lengthA;
            b += 8 + lengthB;
        }
        return a == good.length && b == bad.length;
    }

    /** Where the first item of Pixel Data begins. */
    private static int pixels(byte[] file) {
        byte[] header = {(byte) 0xE0, 0x7F, 0x10, 0, 'O', 'B', 0, 0, -1, -1, -1, -1};
        int at = 0;
        while (!Arrays.equals(file, at, at + header.length, header, 0, header.length)) {
            at++;
        }
        return at + header.length;
    }

    private static int int32(byte[] file, int at) {
        return at + 4 > file.length
                ? 0
                : ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    /** Where the data set begins, by the length of the file meta group, which is right. */
    private static int dataSet(byte[] file) {
        return 144 + int32(file, 140);
    }

    /** What a deflate stream holds; null unless at most one zero byte stands behind it. */
    private static byte @Nullable [] inflated(byte[] file, int start) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(file, start, file.length - start);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] block = new byte[1 << 16];
            while (!inflater.finished()) {
                int n = inflater.inflate(block);
                if (n == 0 && !inflater.finished()) {
                    return null;
                }
                out.write(block, 0, n);
            }
            int left = inflater.getRemaining();
            boolean clean = left == 0 || left == 1 && file[file.length - 1] == 0;
            return clean ? out.toByteArray() : null;
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }
}
