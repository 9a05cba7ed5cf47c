package org.pixelanon.dicom.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks for what is left of DICOM in a file that cannot be read as such: damaged, shifted, packed,
 * or only named so. Such a file must not be skipped as something else.
 */
final class DicomTraces {

    private static final int PREAMBLE = 128;
    private static final byte[] MARK = {'D', 'I', 'C', 'M'};
    private static final byte[] GROUP_2 = {2, 0};

    /** How every UID begins that the standard gives (DICOM PS3.6 A). */
    private static final byte[] ROOT = "1.2.840.10008.".getBytes(StandardCharsets.US_ASCII);

    /** Where traces are looked for: the first bytes of a file and of what is packed in it. */
    private static final int HEAD = 32 * 1024;

    private static final int PACKED_FILES = 32;
    private static final List<String> NAMES = List.of(".dcm", ".dicom", ".dcm30", ".dc3", ".ima");
    private static final List<String> PACKED_NAMES =
            List.of(".gz", ".z", ".bz2", ".xz", ".zst", ".lz4", ".7z", ".zip");

    /** Files that macOS leaves beside each file on a disk of another system (AppleDouble). */
    private static final byte[] APPLE_DOUBLE = {0, 5, 0x16, 7};

    private DicomTraces() {}

    /**
     * What of a file that is not DICOM looks like it.
     *
     * @return the reason why it must not be skipped; empty if nothing does
     */
    static Optional<String> of(Path path, ByteSource source) throws IOException {
        byte[] head = source.read(0, (int) Math.min(HEAD, source.size()));
        Optional<String> plain = in(head);
        if (plain.isPresent()) {
            return plain;
        }
        if (begins(head, 0x1F, 0x8B) && in(gunzipped(head)).isPresent()) {
            return Optional.of("is gzip-compressed DICOM, which is not unpacked");
        }
        if (begins(head, 'P', 'K', 3, 4) && zipHolds(head)) {
            return Optional.of("is a zip archive of DICOM, which is not unpacked");
        }
        boolean named = isNamed(path) && !begins(head, APPLE_DOUBLE);
        return named ? Optional.of("is not DICOM, despite its name") : Optional.empty();
    }

    private static Optional<String> in(byte[] head) {
        for (int at = 0; at + MARK.length + GROUP_2.length <= head.length; at++) {
            boolean whole = equal(head, at, MARK) && equal(head, at + MARK.length, GROUP_2);
            if (whole) {
                return Optional.of("is damaged DICOM: DICM is at byte " + at + " instead of 128");
            }
        }
        if (almostMarked(head)) {
            return Optional.of("is damaged DICOM: DICM at byte 128 is corrupted");
        }
        for (int at = 8; at + ROOT.length <= head.length; at++) {
            if (equal(head, at, ROOT) && isValue(head, at)) {
                return Optional.of("is damaged DICOM: its first UID is at byte " + at);
            }
        }
        return Optional.empty();
    }

    /** One byte of the mark is another, and the file meta group follows. */
    private static boolean almostMarked(byte[] head) {
        if (head.length < PREAMBLE + MARK.length + GROUP_2.length) {
            return false;
        }
        int same = 0;
        for (int i = 0; i < MARK.length; i++) {
            same += head[PREAMBLE + i] == MARK[i] ? 1 : 0;
        }
        return same == MARK.length - 1 && equal(head, PREAMBLE + MARK.length, GROUP_2);
    }

    /** Whether the 8 bytes before a UID are the header of an element of group 2 or 8. */
    private static boolean isValue(byte[] head, int at) {
        int first = head[at - 8] & 0xFF;
        int second = head[at - 7] & 0xFF;
        boolean little = second == 0 && (first == 2 || first == 8);
        boolean big = first == 0 && (second == 2 || second == 8);
        boolean explicit = head[at - 4] == 'U' && head[at - 3] == 'I';
        if (explicit) {
            return little && isLength(head[at - 2], head[at - 1])
                    || big && isLength(head[at - 1], head[at - 2]);
        }
        return little && isLength(head[at - 4], head[at - 3]) && head[at - 2] + head[at - 1] == 0;
    }

    /** A UID has at most 64 characters. */
    private static boolean isLength(byte low, byte high) {
        return high == 0 && low >= ROOT.length && low <= 64;
    }

    private static byte[] gunzipped(byte[] head) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
            return beginning(in);
        } catch (IOException e) {
            return new byte[0]; // no gzip after all
        }
    }

    /** What can be had of a stream that may break off. */
    private static byte[] beginning(InputStream in) {
        byte[] out = new byte[HEAD];
        int length = 0;
        try {
            for (int n = 0;
                    n >= 0 && length < out.length;
                    n = in.read(out, length, HEAD - length)) {
                length += n;
            }
        } catch (IOException e) {
            return Arrays.copyOf(out, length); // only the head of the file was handed in
        }
        return Arrays.copyOf(out, length);
    }

    private static boolean zipHolds(byte[] head) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(head))) {
            for (int i = 0; i < PACKED_FILES; i++) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null) {
                    return false;
                }
                if (isNamed(entry.getName()) || !entry.isDirectory() && isDicom(beginning(zip))) {
                    return true;
                }
            }
            return false;
        } catch (IOException | IllegalArgumentException e) {
            return false; // the head ends, or is no zip after all
        }
    }

    private static boolean isDicom(byte[] head) {
        return in(head).isPresent();
    }

    private static boolean isNamed(Path path) {
        return path.getFileName() != null && isNamed(path.getFileName().toString());
    }

    private static boolean isNamed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String bare =
                PACKED_NAMES.stream()
                        .filter(lower::endsWith)
                        .findFirst()
                        .map(packed -> lower.substring(0, lower.length() - packed.length()))
                        .orElse(lower);
        return NAMES.stream().anyMatch(bare::endsWith);
    }

    private static boolean begins(byte[] head, int... bytes) {
        byte[] wanted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            wanted[i] = (byte) bytes[i];
        }
        return begins(head, wanted);
    }

    private static boolean begins(byte[] head, byte[] bytes) {
        return equal(head, 0, bytes);
    }

    private static boolean equal(byte[] head, int at, byte[] wanted) {
        return at + wanted.length <= head.length
                && Arrays.equals(head, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
