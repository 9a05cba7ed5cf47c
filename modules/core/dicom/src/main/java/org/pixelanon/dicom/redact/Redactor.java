package org.pixelanon.dicom.redact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.DicomParser;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.pixel.OverlayDescription;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.Plane;

/**
 * Writes redacted copies: the bytes of the original, with the samples of the targets and the
 * declaring elements replaced. What must be hidden never reaches the copy. Stateless; thread-safe.
 */
public final class Redactor {

    /**
     * Writes a redacted copy. Without targets it is a copy byte for byte.
     *
     * @param source the original, open
     * @param targets what to blank, resolved for the same file
     * @param policy what the copy says about itself
     * @param part where to write; replaced if it exists, and left behind incomplete on failure
     * @return what was dropped or decompressed, one line each without values
     * @throws DicomException if the transfer syntax cannot be edited, naming it
     * @throws IOException if reading or writing fails
     */
    public List<String> write(
            DicomFile source, RedactionTargets targets, RedactionPolicy policy, Path part)
            throws IOException {
        return write(source, targets, policy, part, null);
    }

    /**
     * Writes a redacted copy, and hashes original and copy on the way.
     *
     * @param source the original, open
     * @param targets what to blank, resolved for the same file
     * @param policy what the copy says about itself
     * @param part where to write; replaced if it exists, and left behind incomplete on failure
     * @param digests told of all bytes, made for the same file; null for none
     * @return what was dropped or decompressed, one line each without values
     * @throws DicomException if the transfer syntax cannot be edited, naming it
     * @throws IOException if reading or writing fails
     */
    public List<String> write(
            DicomFile source,
            RedactionTargets targets,
            RedactionPolicy policy,
            Path part,
            @Nullable CopyDigests digests)
            throws IOException {
        if (source.isTruncated()) {
            throw new DicomException(source.path(), "is not complete and cannot be redacted");
        }
        if (Files.exists(part) && Files.isSameFile(source.path(), part)) {
            throw new DicomException(source.path(), "would overwrite itself");
        }
        List<String> notes = new ArrayList<>();
        if (targets.isEmpty()) {
            ByteSource bytes = source.parsed().fileSource();
            if (digests != null) {
                digests.identical();
            }
            try (CopyOutput out = new CopyOutput(part, digests)) {
                out.verbatim(bytes, 0, bytes.size());
                out.finish();
            }
            return notes;
        }
        PixelEdit form = PixelEdit.of(source, targets, policy);
        DeidentificationTags tags = new DeidentificationTags(source, targets, policy, form, notes);
        SortedMap<Integer, byte[]> edits = tags.dataSet();
        byte[] meta = tags.meta();
        DicomParser.Parsed parsed = source.parsed();
        try (CopyOutput out = new CopyOutput(part, digests)) {
            long prefix = meta.length == 0 ? parsed.dataSetStart() : source.fileMeta().start();
            out.verbatim(parsed.fileSource(), 0, prefix);
            out.bytes(meta);
            if (parsed.syntax().deflated()) {
                out.deflate();
            }
            TransferSyntax target = PixelEdit.target(source, policy);
            dataSet(source, targets, form, target, edits, out);
            out.finish();
        }
        return notes;
    }

    private static void dataSet(
            DicomFile file,
            RedactionTargets targets,
            PixelEdit form,
            TransferSyntax target,
            SortedMap<Integer, byte[]> edits,
            CopyOutput out)
            throws IOException {
        ByteSource source = file.source();
        Attributes attributes = file.attributes();
        TreeMap<Integer, byte[]> pending = new TreeMap<>(edits);
        Map<Integer, RectangleFill> overlays = overlayFills(file, targets);
        Set<Integer> present = new LinkedHashSet<>();
        attributes.elements().forEach(e -> present.add(e.tag()));
        pending.keySet().removeAll(present);
        PixelDataWriter pixels = new PixelDataWriter(file, targets, form, target, out);
        long at = attributes.start();
        for (Element e : attributes.elements()) {
            while (!pending.isEmpty() && Integer.compareUnsigned(pending.firstKey(), e.tag()) < 0) {
                out.verbatim(source, at, e.header());
                at = e.header();
                out.bytes(pending.pollFirstEntry().getValue());
            }
            byte[] edit = edits.get(e.tag());
            RectangleFill overlay = overlays.get(e.tag());
            boolean piece = edit != null || overlay != null || pixels.handles(e);
            if (!piece) {
                continue;
            }
            out.verbatim(source, at, e.header());
            if (edit != null) {
                out.bytes(edit);
            } else if (overlay != null) {
                out.verbatim(source, e.header(), e.value());
                out.filled(source, e.value(), e.available(), overlay);
            } else {
                pixels.write(e);
            }
            at = e.end();
        }
        if (!pending.isEmpty()) {
            out.verbatim(source, at, attributes.end());
            at = attributes.end();
            for (byte[] element : pending.values()) {
                out.bytes(element);
            }
        }
        out.verbatim(source, at, source.size());
        pixels.finish();
    }

    private static Map<Integer, RectangleFill> overlayFills(
            DicomFile file, RedactionTargets targets) throws DicomException {
        Map<Integer, RectangleFill> out = new TreeMap<>();
        Set<Integer> groups = new LinkedHashSet<>();
        for (Plane plane : targets.planes()) {
            if (plane instanceof OverlayPlane overlay) {
                groups.add(overlay.group());
            }
        }
        for (OverlayDescription o : file.overlays()) {
            int tag = Tag.of(o.group(), Tag.OVERLAY_DATA);
            Element data = file.attributes().element(tag);
            if (o.embedded() || data == null || !groups.contains(o.group())) {
                continue;
            }
            if (data.fragments() != null) {
                throw new DicomException(
                        file.path(), "encapsulated " + Tag.toString(tag) + " is not supported");
            }
            out.put(
                    tag,
                    new RectangleFill(
                            RectangleFill.Layout.of(o, data), PixelEdit.areas(o, targets)));
        }
        return out;
    }
}
