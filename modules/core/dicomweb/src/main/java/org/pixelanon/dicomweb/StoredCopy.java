package org.pixelanon.dicomweb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;

/**
 * Compares the archive's instance with the file that was sent: archives may keep an earlier
 * instance although they confirm storing. Tags may be changed by the archive, but pixels and
 * overlays must not.
 */
final class StoredCopy {

    private static final int PIXELS = 0x7FE0;
    private static final int FIRST_OVERLAY = 0x6000;
    private static final int LAST_OVERLAY = 0x60FF;
    private static final int BLOCK = 1 << 16;

    private StoredCopy() {}

    /** Whether two files, or at least their pixels and overlays, are equal. */
    static boolean holds(Path sent, Path stored) throws IOException {
        if (Files.mismatch(sent, stored) < 0) {
            return true;
        }
        Optional<DicomFile> opened = opened(stored);
        if (opened.isEmpty()) {
            return false;
        }
        try (DicomFile b = opened.get();
                DicomFile a = DicomFile.open(sent);
                FileChannel aBytes = FileChannel.open(sent);
                FileChannel bBytes = FileChannel.open(stored)) {
            if (!a.transferSyntax().equals(b.transferSyntax()) || a.transferSyntax().deflated()) {
                return false;
            }
            List<Element> one = pictures(a);
            List<Element> other = pictures(b);
            boolean same = one.size() == other.size();
            for (int i = 0; same && i < one.size(); i++) {
                same = same(one.get(i), aBytes, other.get(i), bBytes);
            }
            return same;
        }
    }

    private static Optional<DicomFile> opened(Path stored) {
        try {
            return Optional.of(DicomFile.open(stored));
        } catch (DicomException e) {
            return Optional.empty(); // not an instance, hence not the one that was sent
        }
    }

    private static List<Element> pictures(DicomFile file) {
        List<Element> found = new ArrayList<>();
        for (Element e : file.attributes().elements()) {
            int group = e.tag() >>> 16;
            if (group == PIXELS || group >= FIRST_OVERLAY && group <= LAST_OVERLAY) {
                found.add(e);
            }
        }
        return found;
    }

    private static boolean same(Element a, FileChannel aBytes, Element b, FileChannel bBytes)
            throws IOException {
        long length = a.end() - a.value();
        if (a.tag() != b.tag() || length != b.end() - b.value()) {
            return false;
        }
        for (long at = 0; at < length; at += BLOCK) {
            int n = (int) Math.min(BLOCK, length - at);
            if (!block(aBytes, a.value() + at, n).equals(block(bBytes, b.value() + at, n))) {
                return false;
            }
        }
        return true;
    }

    private static ByteBuffer block(FileChannel bytes, long from, int length) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(length);
        long at = from;
        while (block.hasRemaining()) {
            int n = bytes.read(block, at);
            if (n < 0) {
                throw new IOException("a file that ends within an element");
            }
            at += n;
        }
        return block.flip();
    }
}
