package org.pixelanon.dicom.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.PixelAnonException;

/** Opens a file and finds its parts: preamble, file meta group, data set, what follows it. */
public final class DicomParser {

    private static final int PREAMBLE = 128;
    private static final byte[] PREFIX = "DICM".getBytes(StandardCharsets.US_ASCII);

    /** The most a deflated data set may inflate to, because it is held in memory. */
    private static final long LARGEST_INFLATED = 1L << 30;

    private DicomParser() {}

    /**
     * The parts of a file.
     *
     * @param fileSource the bytes of the file; those of the data set if it is not deflated
     * @param source the bytes that spans of the data set refer to
     * @param meta the file meta group; empty if there is none
     * @param dataSet the data set
     * @param syntax how it is written
     * @param dataSetStart position in fileSource of the first byte of the (deflated) data set
     * @param dataSetEnd position in fileSource behind the (deflated) data set
     * @param trailing bytes of source behind the last element that are not all zero; 0 if none
     * @param truncated true if the data set is not complete
     * @param defects what had to be forgiven
     */
    public record Parsed(
            ByteSource fileSource,
            ByteSource source,
            Attributes meta,
            Attributes dataSet,
            TransferSyntax syntax,
            long dataSetStart,
            long dataSetEnd,
            long trailing,
            boolean truncated,
            List<String> defects) {

        /**
         * Closes the file and what it inflates to.
         *
         * @throws IOException if that failed
         */
        public void close() throws IOException {
            source.close();
            fileSource.close();
        }
    }

    /** Opens a file and finds its elements. */
    public static Parsed parse(Path path) throws DicomException {
        return parse(path, false);
    }

    /**
     * Opens a file and finds the elements before its pixels. Whether the file is complete is not
     * looked at.
     */
    public static Parsed parseHead(Path path) throws DicomException {
        return parse(path, true);
    }

    private static Parsed parse(Path path, boolean headOnly) throws DicomException {
        try {
            if (Files.isDirectory(path)) {
                throw new DicomException(path, "is a folder");
            }
            Optional<String> refusal = PlainFile.refusal(path);
            if (refusal.isPresent()) {
                throw new DicomException(path, refusal.get());
            }
            ByteSource source = new ByteSource.OfFile(path);
            boolean done = false;
            try {
                Parsed parsed = parse(path, source, headOnly);
                done = true;
                return parsed;
            } finally {
                if (!done) {
                    source.close();
                }
            }
        } catch (DicomException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new DicomException(path, "no such file", e);
        } catch (AccessDeniedException e) {
            throw new DicomException(path, "permission denied", e);
        } catch (PixelAnonException e) { // of the place it lies in; begins with its name
            throw new DicomException(path, FailureText.reason(e, path.toString()), e);
        } catch (IOException e) {
            throw new DicomException(path, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static Parsed parse(Path path, ByteSource source, boolean headOnly) throws IOException {
        if (source.size() == 0) {
            throw new DicomException(path, "is empty");
        }
        ElementReader reader = new ElementReader(path, source);
        if (headOnly) {
            reader.stopAtPixels();
        }
        FormatSniffer sniffer = new FormatSniffer(reader.bytes());
        long start = afterPrefix(source, sniffer);
        if (start == 0 && (source.size() < 8 || sniffer.sniff(0).isEmpty())) {
            Optional<String> trace = DicomTraces.of(path, source);
            throw trace.isPresent()
                    ? new DicomException(path, trace.get())
                    : DicomException.notDicom(path);
        }
        Attributes meta = reader.readFileMeta(start);
        Optional<String> uid = meta.getString(Tag.TransferSyntaxUID);
        if (uid.isPresent() && TransferSyntax.of(uid.get()).deflated()) {
            return inflated(path, source, meta, uid.get(), headOnly);
        }
        long body = meta.end();
        List<String> notes = new ArrayList<>();
        ElementEncoding encoding;
        if (uid.isPresent()) {
            TransferSyntax stated = TransferSyntax.of(uid.get());
            ElementEncoding says = new ElementEncoding(stated.explicitVr(), stated.bigEndian());
            encoding = sniffer.check(body, says);
            if (!encoding.equals(says)) {
                notes.add("the data set does not match its transfer syntax");
            }
        } else {
            notes.add("no Transfer Syntax UID (0002,0010)");
            encoding = withoutStatement(path, sniffer, body, start > 0);
        }
        Attributes dataSet = reader.readDataSet(body, encoding);
        TransferSyntax syntax = syntax(uid.orElse(null), encoding);
        long end = dataSet.end();
        return headOnly
                ? head(path, source, reader, meta, dataSet, syntax, body)
                : finish(path, source, source, reader, meta, dataSet, syntax, body, end, notes);
    }

    private static ElementEncoding withoutStatement(
            Path path, FormatSniffer sniffer, long body, boolean prefixed) throws IOException {
        Optional<ElementEncoding> found = sniffer.sniff(body);
        if (found.isEmpty() && prefixed) {
            found = sniffer.guess(body);
        }
        return found.orElseThrow(() -> new DicomException(path, "no readable data set"));
    }

    /** The syntax stated, put right where the data set showed another way of writing. */
    private static TransferSyntax syntax(@Nullable String uid, ElementEncoding encoding) {
        String found =
                encoding.bigEndian()
                        ? UID.ExplicitVRBigEndian
                        : encoding.explicit()
                                ? UID.ExplicitVRLittleEndian
                                : UID.ImplicitVRLittleEndian;
        TransferSyntax stated = TransferSyntax.of(uid == null ? found : uid);
        return stated.encapsulated()
                        || stated.explicitVr() == encoding.explicit()
                                && stated.bigEndian() == encoding.bigEndian()
                ? stated
                : TransferSyntax.of(found);
    }

    /** Position behind preamble and prefix; 0 if there is no prefix, or one that is data. */
    private static long afterPrefix(ByteSource source, FormatSniffer sniffer) throws IOException {
        for (int at : new int[] {PREAMBLE, 0}) {
            boolean prefix =
                    source.size() >= at + PREFIX.length
                            && Arrays.equals(source.read(at, PREFIX.length), PREFIX);
            if (prefix && !(at == PREAMBLE && sniffer.sniff(0).isPresent())) {
                return at + PREFIX.length;
            }
        }
        return 0;
    }

    private static Parsed inflated(
            Path path, ByteSource file, Attributes meta, String uid, boolean headOnly)
            throws IOException {
        long start = meta.end();
        List<String> notes = new ArrayList<>();
        Inflated inflated = inflate(path, file, start);
        ByteSource source = new ByteSource.OfArray(inflated.bytes());
        ElementReader reader = new ElementReader(path, source);
        if (headOnly) {
            reader.stopAtPixels();
        }
        ElementEncoding encoding =
                new FormatSniffer(reader.bytes()).check(0, ElementEncoding.EXPLICIT_LITTLE);
        if (!encoding.equals(ElementEncoding.EXPLICIT_LITTLE)) {
            notes.add("the data set does not match its transfer syntax");
        }
        Attributes dataSet = reader.readDataSet(0, encoding);
        return finish(
                path,
                file,
                source,
                reader,
                meta,
                dataSet,
                TransferSyntax.of(uid),
                start,
                inflated.end(),
                notes);
    }

    private static Parsed head(
            Path path,
            ByteSource source,
            ElementReader reader,
            Attributes meta,
            Attributes dataSet,
            TransferSyntax syntax,
            long body)
            throws DicomException {
        if (dataSet.size() == 0) {
            throw new DicomException(path, "has no data set");
        }
        boolean cut = reader.isTruncated();
        List<String> defects = reader.defects();
        return new Parsed(
                source, source, meta, dataSet, syntax, body, dataSet.end(), 0, cut, defects);
    }

    private static Parsed finish(
            Path path,
            ByteSource fileSource,
            ByteSource source,
            ElementReader reader,
            Attributes meta,
            Attributes dataSet,
            TransferSyntax syntax,
            long start,
            long end,
            List<String> notes)
            throws IOException {
        if (dataSet.size() == 0) {
            throw new DicomException(path, "has no data set");
        }
        notes.addAll(reader.defects());
        return new Parsed(
                fileSource,
                source,
                meta,
                dataSet,
                syntax,
                start,
                end,
                trailing(source, dataSet.end()),
                reader.isTruncated(),
                List.copyOf(notes));
    }

    /** Number of bytes from a position to the last one that is not zero. */
    private static long trailing(ByteSource source, long from) throws IOException {
        long last = 0;
        byte[] block = new byte[8192];
        for (long at = from; at < source.size(); at += block.length) {
            int n = (int) Math.min(block.length, source.size() - at);
            source.read(at, block, 0, n);
            for (int i = 0; i < n; i++) {
                if (block[i] != 0) {
                    last = at + i + 1 - from;
                }
            }
        }
        return last;
    }

    /** Inflates twice: first to learn the size, so that a bomb costs time and no memory. */
    private static Inflated inflate(Path path, ByteSource file, long start) throws IOException {
        byte[] scratch = new byte[1 << 16];
        long size = inflate(path, file, start, scratch, true).size();
        byte[] out = new byte[(int) size];
        return inflate(path, file, start, out, false);
    }

    /** What was inflated, and the position behind the deflated bytes. */
    private record Inflated(byte[] bytes, long size, long end) {}

    private static Inflated inflate(
            Path path, ByteSource file, long start, byte[] out, boolean countOnly)
            throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            byte[] in = new byte[1 << 16];
            long at = start;
            long total = 0;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int n = (int) Math.min(in.length, file.size() - at);
                    if (n == 0) {
                        throw new DicomException(path, "the deflated data set is truncated");
                    }
                    file.read(at, in, 0, n);
                    at += n;
                    inflater.setInput(in, 0, n);
                }
                int offset = countOnly ? 0 : (int) total;
                total += inflater.inflate(out, offset, out.length - offset);
                if (total > LARGEST_INFLATED) {
                    throw new DicomException(
                            path, "the deflated data set inflates to more than 1 GiB");
                }
                if (inflater.needsDictionary()) {
                    throw new DicomException(path, "the deflated data set needs a dictionary");
                }
            }
            return new Inflated(out, total, start + inflater.getBytesRead());
        } catch (DataFormatException e) {
            throw new DicomException(path, "the deflated data set is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
