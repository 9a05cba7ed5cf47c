package org.pixelanon.dicom.data;

/**
 * How a data set and its pixels are written (DICOM PS3.5 chapter 10).
 *
 * @param uid the UID; of a file without one, the UID of the syntax it was found to be written in
 * @param name the name in PS3.6, or {@code unknown transfer syntax} for one that is not there
 * @param explicitVr true if elements state their value representation
 * @param bigEndian true if the data set is big endian
 * @param deflated true if the whole data set is deflated
 * @param encapsulated true if pixel data come in fragments
 */
public record TransferSyntax(
        String uid,
        String name,
        boolean explicitVr,
        boolean bigEndian,
        boolean deflated,
        boolean encapsulated) {

    /**
     * The transfer syntax of a UID.
     *
     * @param uid any UID
     * @return its properties; a UID not in PS3.6 counts as explicit little endian and encapsulated,
     *     which is what nearly all private ones are
     */
    public static TransferSyntax of(String uid) {
        String name = UID.nameOfTransferSyntax(uid);
        return switch (uid) {
            case UID.ImplicitVRLittleEndian ->
                    new TransferSyntax(uid, name, false, false, false, false);
            case UID.ExplicitVRLittleEndian ->
                    new TransferSyntax(uid, name, true, false, false, false);
            case UID.ExplicitVRBigEndian -> new TransferSyntax(uid, name, true, true, false, false);
            case UID.DeflatedExplicitVRLittleEndian ->
                    new TransferSyntax(uid, name, true, false, true, false);
            case UID.PrivateGEImplicitBigEndianPixels ->
                    new TransferSyntax(uid, name, false, false, false, false);
            default -> new TransferSyntax(uid, name, true, false, false, true);
        };
    }

    /** Returns whether fragments hold native frames, as they are or each deflated. */
    public boolean wrapsNative() {
        return uid.equals(UID.EncapsulatedUncompressedExplicitVRLittleEndian) || deflatesFrames();
    }

    /** Returns whether each fragment holds a deflated native frame. */
    public boolean deflatesFrames() {
        return uid.equals(UID.DeflatedImageFrameCompression);
    }

    /** Returns whether samples may have been lost when frames were coded. */
    public boolean isLossy() {
        return switch (uid) {
            case UID.JPEGBaseline8Bit,
                    UID.JPEGExtended12Bit,
                    UID.JPEGSpectralSelection,
                    UID.JPEGFullProgression,
                    UID.JPEGLSNearLossless,
                    UID.JPEG2000,
                    UID.HTJ2K ->
                    true;
            default -> false;
        };
    }

    /**
     * Returns whether frames have the markers of ISO 10918-1, which JPEG-LS and JPEG 2000 have not.
     */
    public boolean isJpeg() {
        return switch (uid) {
            case UID.JPEGBaseline8Bit,
                    UID.JPEGExtended12Bit,
                    UID.JPEGSpectralSelection,
                    UID.JPEGFullProgression,
                    UID.JPEGLossless,
                    UID.JPEGLosslessSV1 ->
                    true;
            default -> false;
        };
    }

    /** Returns whether frames have the markers of JPEG-LS. */
    public boolean isJpegLs() {
        return uid.equals(UID.JPEGLSLossless) || uid.equals(UID.JPEGLSNearLossless);
    }

    /** The name and the UID. */
    @Override
    public String toString() {
        return name + " (" + uid + ")";
    }
}
