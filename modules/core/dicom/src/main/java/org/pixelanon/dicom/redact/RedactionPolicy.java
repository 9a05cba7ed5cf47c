package org.pixelanon.dicom.redact;

/**
 * What a redacted copy says about itself (DICOM PS3.15 E.3.1).
 *
 * @param burnedInAnnotation when (0028,0301) becomes NO
 * @param uid what becomes of the SOP Instance UID
 * @param reviewed true if a person marked the file done
 * @param salt what hashed UIDs are mixed with, so that they cannot be guessed; any text
 * @param transferSyntax UID of the transfer syntax of redacted files; empty to keep that of each
 * @param lossy what becomes of frames whose syntax cannot be edited without loss
 * @param thumbnails what becomes of small pictures in JPEG frames that are not blanked
 */
public record RedactionPolicy(
        BurnedInAnnotation burnedInAnnotation,
        UidPolicy uid,
        boolean reviewed,
        String salt,
        String transferSyntax,
        LossyPolicy lossy,
        ThumbnailPolicy thumbnails) {

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
     * What becomes of touched frames of lossy JPEG-LS and JPEG 2000, which cannot be edited but by
     * coding them again.
     */
    public enum LossyPolicy {
        /** They are coded without loss, in the same syntax where it allows for that. */
        KEEP_LOSSLESS,
        /** The file is refused. */
        REFUSE
    }

    /**
     * What becomes of the small pictures that JPEG frames carry in their segments. Those of a frame
     * that is blanked always go.
     */
    public enum ThumbnailPolicy {
        /** They stay in frames that are not blanked, and such a file needs review. */
        REVIEW,
        /** They are removed from every frame; nothing else of a frame changes. */
        REMOVE
    }

    /**
     * A policy that keeps the transfer syntax and thumbnails.
     *
     * @param burnedInAnnotation when (0028,0301) becomes NO
     * @param uid what becomes of the SOP Instance UID
     * @param reviewed true if a person marked the file done
     * @param salt what hashed UIDs are mixed with; any text
     */
    public RedactionPolicy(
            BurnedInAnnotation burnedInAnnotation, UidPolicy uid, boolean reviewed, String salt) {
        this(burnedInAnnotation, uid, reviewed, salt, "", LossyPolicy.KEEP_LOSSLESS);
    }

    /**
     * A policy that keeps thumbnails of frames that are not blanked.
     *
     * @param burnedInAnnotation when (0028,0301) becomes NO
     * @param uid what becomes of the SOP Instance UID
     * @param reviewed true if a person marked the file done
     * @param salt what hashed UIDs are mixed with; any text
     * @param transferSyntax UID of the transfer syntax of redacted files; empty to keep that of
     *     each
     * @param lossy what becomes of frames whose syntax cannot be edited without loss
     */
    public RedactionPolicy(
            BurnedInAnnotation burnedInAnnotation,
            UidPolicy uid,
            boolean reviewed,
            String salt,
            String transferSyntax,
            LossyPolicy lossy) {
        this(
                burnedInAnnotation,
                uid,
                reviewed,
                salt,
                transferSyntax,
                lossy,
                ThumbnailPolicy.REVIEW);
    }

    /**
     * The same policy for a file that a person marked done.
     *
     * @return a policy
     */
    public RedactionPolicy asReviewed() {
        return new RedactionPolicy(
                burnedInAnnotation, uid, true, salt, transferSyntax, lossy, thumbnails);
    }

    /**
     * The same policy for another transfer syntax.
     *
     * @param transferSyntaxUid its UID; empty to keep that of each file
     * @param ofLossy what becomes of frames whose syntax cannot be edited without loss
     * @return a policy
     */
    public RedactionPolicy inSyntax(String transferSyntaxUid, LossyPolicy ofLossy) {
        return new RedactionPolicy(
                burnedInAnnotation, uid, reviewed, salt, transferSyntaxUid, ofLossy, thumbnails);
    }

    /**
     * The same policy with something else done about thumbnails.
     *
     * @param ofThumbnails what becomes of small pictures in JPEG frames that are not blanked
     * @return a policy
     */
    public RedactionPolicy with(ThumbnailPolicy ofThumbnails) {
        return new RedactionPolicy(
                burnedInAnnotation, uid, reviewed, salt, transferSyntax, lossy, ofThumbnails);
    }

    /** Returns whether (0028,0301) is to be NO. */
    public boolean saysNoAnnotation() {
        return burnedInAnnotation == BurnedInAnnotation.ALWAYS
                || burnedInAnnotation == BurnedInAnnotation.REVIEWED && reviewed;
    }
}
