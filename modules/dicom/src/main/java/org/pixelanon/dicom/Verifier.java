package org.pixelanon.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pixelanon.model.Verification;

/**
 * Proves a written file against its original. It decodes both and compares, and shares nothing with
 * {@link Redactor} but the value that displays black. Stateless; thread-safe.
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
        VerifierTally tally = new VerifierTally();
        if (targets.isEmpty()) {
            return verifyCopy(original, written);
        }
        try (DicomFile copy = DicomFile.open(written)) {
            if (copy.isTruncated()) {
                tally.problem("the written file is not complete");
                return tally.toVerification();
            }
            TransferSyntax target = RedactionForm.target(original, policy);
            boolean transcoded =
                    !target.equals(original.transferSyntax())
                            && VerifierPixels.touchesSamples(original, targets);
            new VerifierElements(original, copy, targets, policy, transcoded, tally).run();
            new VerifierPixels(original, copy, targets, transcoded, tally).run();
            if (tally.isClean()) {
                // what is laid out as it must be may still hold something beside its samples
                new VerifierSlack(original, copy, targets, tally).run();
            }
        } catch (DicomException e) {
            String message = String.valueOf(e.getMessage());
            if (!message.startsWith(written + ": ")) {
                throw e;
            }
            tally.problem(
                    "the written file cannot be read: "
                            + message.substring(written.toString().length() + 2));
        }
        return tally.toVerification();
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
        VerifierTally tally = new VerifierTally();
        ByteSource bytes = original.parsed().fileSource();
        try (ByteSource.OfFile copy = new ByteSource.OfFile(written)) {
            long common = Math.min(bytes.size(), copy.size());
            long at = ByteSource.mismatch(bytes, 0, copy, 0, common);
            if (at >= 0 || bytes.size() != copy.size()) {
                tally.problem("the copy differs from byte " + (at < 0 ? common : at) + " on");
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
