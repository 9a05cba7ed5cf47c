package org.pixelanon.dicom;

/**
 * What a redacted copy says of itself (DICOM PS3.15 E.3.1).
 *
 * @param burnedInAnnotation when (0028,0301) becomes NO
 * @param uid what becomes of the SOP Instance UID
 * @param reviewed true if a person marked the file done
 * @param salt what hashed UIDs are mixed with, so that they cannot be guessed; any text
 * @param decompress true if JPEG files whose coefficients could be edited are decompressed instead
 */
public record RedactionPolicy(
        BurnedInAnnotation burnedInAnnotation,
        UidPolicy uid,
        boolean reviewed,
        String salt,
        boolean decompress) {

    /** Keeps the UID and says NO only of reviewed files. */
    public static final RedactionPolicy DEFAULT =
            new RedactionPolicy(BurnedInAnnotation.REVIEWED, UidPolicy.KEEP, false, "");

    /** When Burned In Annotation (0028,0301) becomes NO. */
    public enum BurnedInAnnotation {
        LEAVE,
        REVIEWED,
        ALWAYS
    }

    /** What becomes of the SOP Instance UID. */
    public enum UidPolicy {
        KEEP,
        HASH,
        NEW
    }

    /**
     * A policy that keeps the transfer syntax.
     *
     * @param burnedInAnnotation when (0028,0301) becomes NO
     * @param uid what becomes of the SOP Instance UID
     * @param reviewed true if a person marked the file done
     * @param salt what hashed UIDs are mixed with; any text
     */
    public RedactionPolicy(
            BurnedInAnnotation burnedInAnnotation, UidPolicy uid, boolean reviewed, String salt) {
        this(burnedInAnnotation, uid, reviewed, salt, false);
    }

    /**
     * The same policy for a file that a person marked done.
     *
     * @return a policy
     */
    public RedactionPolicy asReviewed() {
        return new RedactionPolicy(burnedInAnnotation, uid, true, salt, decompress);
    }

    /** Tells whether (0028,0301) is to be NO. */
    boolean saysNoAnnotation() {
        return burnedInAnnotation == BurnedInAnnotation.ALWAYS
                || burnedInAnnotation == BurnedInAnnotation.REVIEWED && reviewed;
    }
}
