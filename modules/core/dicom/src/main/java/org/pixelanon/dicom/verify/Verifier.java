package org.pixelanon.dicom.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Fragments.Fragment;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.model.Verification;

/**
 * Proves a written file against its original. Which planes change, where frames are, what is black
 * and what the copy declares are computed independently. Shared with the writer are the targets and
 * the policy, the parser, the description of image and overlays, the codecs, palette colours and
 * floating point padding; docs/verification.md says what errors in these could hide. Stateless;
 * thread-safe.
 */
public final class Verifier {

    /**
     * Proves a redacted copy: every sample inside the targets has the redaction value, every sample
     * outside is identical, untouched frames are identical byte for byte, and so is every element
     * that a redaction does not declare.
     *
     * @param original the original, open
     * @param written the copy
     * @param targets what was to be blanked
     * @param policy what the copy was to say of itself
     * @return what was compared, and what disagreed; a copy that is no complete DICOM file is a
     *     problem, not an exception
     * @throws IOException if the original cannot be read or decoded
     */
    public Verification verify(
            DicomFile original, Path written, RedactionTargets targets, RedactionPolicy policy)
            throws IOException {
        ProofTally tally = new ProofTally();
        if (targets.isEmpty()) {
            return verifyCopy(original, written);
        }
        ExpectedChanges plan = new ExpectedChanges(original, targets, policy);
        try (DicomFile copy = DicomFile.open(written)) {
            if (copy.isTruncated()) {
                tally.problem("the written file is not complete");
                return tally.toVerification();
            }
            verify(plan, copy, tally);
        } catch (DicomException e) {
            if (!e.file().equals(written)) {
                throw e;
            }
            tally.problem("the written file cannot be read: " + e.reason());
        }
        return tally.toVerification();
    }

    private static void verify(ExpectedChanges plan, DicomFile copy, ProofTally tally)
            throws IOException {
        ExpectedElements statements = new ExpectedElements(plan, copy, tally);
        byte[] meta = statements.meta();
        SortedMap<Integer, byte[]> dataSet = statements.dataSet(label(plan));
        Optional<List<List<Fragment>>> places = Optional.empty();
        try {
            LayoutCheck layout = new LayoutCheck(plan, copy, tally);
            layout.run(meta, dataSet);
            layout.requireSamePlanes();
            places = Optional.of(layout.places());
        } catch (LayoutCheck.Astray e) {
            new LayoutFaults(plan, copy, dataSet, tally).run(meta, e.what());
        }
        new PixelCheck(plan, copy, tally).run(places.orElse(null));
        if (tally.isClean() && places.isPresent()) {
            // what is laid out as it must be may still hold something beside its samples
            new SlackCheck(plan, copy, places.get(), tally).run();
        }
    }

    /** What the copy says that its samples mean; of no interest in the syntax of the original. */
    private static PhotometricInterpretation label(ExpectedChanges plan) throws IOException {
        Optional<ImageDescription> image = plan.touchedImage();
        if (image.isEmpty() || !plan.isTranscoded()) {
            return PhotometricInterpretation.MONOCHROME2;
        }
        Element data = plan.touchedPixels().orElseThrow();
        DicomFile file = plan.original();
        return plan.label(
                new UnpackedFrames(file, image.get(), file.transferSyntax(), data).meaning(0));
    }

    /**
     * Proves a copy that must be the same byte for byte.
     *
     * @param original the original, open
     * @param written the copy
     * @return what was compared, and where the first difference is
     * @throws IOException if a file cannot be read
     */
    public Verification verifyCopy(DicomFile original, Path written) throws IOException {
        ProofTally tally = new ProofTally();
        ByteSource bytes = original.parsed().fileSource();
        try (ByteSource.OfFile copy = new ByteSource.OfFile(written)) {
            long common = Math.min(bytes.size(), copy.size());
            long at = ByteSource.mismatch(bytes, 0, copy, 0, common);
            if (at >= 0 || bytes.size() != copy.size()) {
                tally.problem("the copy differs at byte " + (at < 0 ? common : at) + "");
                return tally.toVerification();
            }
        }
        tally.identicalElements(original.fileMeta().size() + original.attributes().size());
        Optional<ImageDescription> image = original.image();
        if (image.isPresent()) {
            ImageDescription i = image.get();
            tally.framesIdentical(i.frames());
            tally.samples(0, i.pixels() * i.samplesPerPixel() * i.frames());
        }
        return tally.toVerification();
    }
}
