package org.pixelanon.dicom.data;

import java.util.Map;

/** Unique identifiers of DICOM PS3.6 that the core knows. */
public final class UID {

    public static final String ImplicitVRLittleEndian = "1.2.840.10008.1.2";
    public static final String ExplicitVRLittleEndian = "1.2.840.10008.1.2.1";
    public static final String EncapsulatedUncompressedExplicitVRLittleEndian =
            "1.2.840.10008.1.2.1.98";
    public static final String DeflatedImageFrameCompression = "1.2.840.10008.1.2.8.1";
    public static final String DeflatedExplicitVRLittleEndian = "1.2.840.10008.1.2.1.99";
    public static final String ExplicitVRBigEndian = "1.2.840.10008.1.2.2";
    public static final String JPEGBaseline8Bit = "1.2.840.10008.1.2.4.50";
    public static final String JPEGExtended12Bit = "1.2.840.10008.1.2.4.51";
    public static final String JPEGSpectralSelection = "1.2.840.10008.1.2.4.53";
    public static final String JPEGFullProgression = "1.2.840.10008.1.2.4.55";
    public static final String JPEGLossless = "1.2.840.10008.1.2.4.57";
    public static final String JPEGLosslessSV1 = "1.2.840.10008.1.2.4.70";
    public static final String JPEGLSLossless = "1.2.840.10008.1.2.4.80";
    public static final String JPEGLSNearLossless = "1.2.840.10008.1.2.4.81";
    public static final String JPEG2000Lossless = "1.2.840.10008.1.2.4.90";
    public static final String JPEG2000 = "1.2.840.10008.1.2.4.91";
    public static final String HTJ2K = "1.2.840.10008.1.2.4.203";
    public static final String RLELossless = "1.2.840.10008.1.2.5";

    /** How the UIDs of JPEG 2000 Lossless and JPEG 2000 begin. */
    public static final String JPEG2000_FAMILY = "1.2.840.10008.1.2.4.9";

    /** How the UIDs of high-throughput JPEG 2000 begin. */
    public static final String HTJ2K_FAMILY = "1.2.840.10008.1.2.4.20";

    /** Implicit little endian with big endian pixels, a private syntax of GE. */
    public static final String PrivateGEImplicitBigEndianPixels = "1.2.840.113619.5.2";

    private static final Map<String, String> TRANSFER_SYNTAXES =
            Map.ofEntries(
                    Map.entry(ImplicitVRLittleEndian, "Implicit VR Little Endian"),
                    Map.entry(ExplicitVRLittleEndian, "Explicit VR Little Endian"),
                    Map.entry(
                            EncapsulatedUncompressedExplicitVRLittleEndian,
                            "Encapsulated Uncompressed Explicit VR Little Endian"),
                    Map.entry(DeflatedExplicitVRLittleEndian, "Deflated Explicit VR Little Endian"),
                    Map.entry(ExplicitVRBigEndian, "Explicit VR Big Endian"),
                    jpeg("50", "JPEG Baseline"),
                    jpeg("51", "JPEG Extended 12-bit"),
                    jpeg("53", "JPEG Spectral Selection, Non-Hierarchical"),
                    jpeg("55", "JPEG Full Progression, Non-Hierarchical"),
                    jpeg("57", "JPEG Lossless, Non-Hierarchical"),
                    jpeg("70", "JPEG Lossless, First-Order Prediction"),
                    jpeg("80", "JPEG-LS Lossless"),
                    jpeg("81", "JPEG-LS Near-Lossless"),
                    jpeg("90", "JPEG 2000 Lossless"),
                    jpeg("91", "JPEG 2000"),
                    jpeg("92", "JPEG 2000 Part 2 Lossless"),
                    jpeg("93", "JPEG 2000 Part 2"),
                    jpeg("94", "JPIP Referenced"),
                    jpeg("95", "JPIP Referenced Deflate"),
                    jpeg("100", "MPEG2 Main Profile / Main Level"),
                    jpeg("100.1", "Fragmentable MPEG2 Main Profile / Main Level"),
                    jpeg("101", "MPEG2 Main Profile / High Level"),
                    jpeg("101.1", "Fragmentable MPEG2 Main Profile / High Level"),
                    jpeg("102", "MPEG-4 AVC/H.264 High Profile"),
                    jpeg("102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile"),
                    jpeg("103", "MPEG-4 AVC/H.264 BD-compatible High Profile"),
                    jpeg("103.1", "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile"),
                    jpeg("104", "MPEG-4 AVC/H.264 High Profile for 2D Video"),
                    jpeg("104.1", "Fragmentable MPEG-4 AVC/H.264 High Profile for 2D Video"),
                    jpeg("105", "MPEG-4 AVC/H.264 High Profile for 3D Video"),
                    jpeg("105.1", "Fragmentable MPEG-4 AVC/H.264 High Profile for 3D Video"),
                    jpeg("106", "MPEG-4 AVC/H.264 Stereo High Profile"),
                    jpeg("106.1", "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile"),
                    jpeg("107", "HEVC/H.265 Main Profile"),
                    jpeg("108", "HEVC/H.265 Main 10 Profile"),
                    jpeg("110", "JPEG XL Lossless"),
                    jpeg("111", "JPEG XL JPEG Recompression"),
                    jpeg("112", "JPEG XL"),
                    jpeg("201", "High-Throughput JPEG 2000 Lossless"),
                    jpeg("202", "High-Throughput JPEG 2000 with RPCL Options Lossless"),
                    jpeg("203", "High-Throughput JPEG 2000"),
                    jpeg("204", "JPIP HTJ2K Referenced"),
                    jpeg("205", "JPIP HTJ2K Referenced Deflate"),
                    Map.entry(RLELossless, "RLE Lossless"),
                    Map.entry("1.2.840.10008.1.2.7.1", "SMPTE ST 2110-20 Progressive Video"),
                    Map.entry("1.2.840.10008.1.2.7.2", "SMPTE ST 2110-20 Interlaced Video"),
                    Map.entry("1.2.840.10008.1.2.7.3", "SMPTE ST 2110-30 PCM Digital Audio"),
                    Map.entry("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression"),
                    Map.entry("1.2.840.10008.1.20", "Papyrus 3 Implicit VR Little Endian"),
                    Map.entry(
                            PrivateGEImplicitBigEndianPixels,
                            "GE private, Implicit VR Little Endian with big endian pixels"));

    private UID() {}

    private static Map.Entry<String, String> jpeg(String last, String name) {
        return Map.entry("1.2.840.10008.1.2.4." + last, name);
    }

    static String nameOfTransferSyntax(String uid) {
        return TRANSFER_SYNTAXES.getOrDefault(uid, "unknown transfer syntax");
    }

    static boolean isTransferSyntax(String uid) {
        return TRANSFER_SYNTAXES.containsKey(uid);
    }
}
