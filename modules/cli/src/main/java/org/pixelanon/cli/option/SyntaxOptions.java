package org.pixelanon.cli.option;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.pixelanon.cli.terminal.HelpGroup;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.redact.RedactionPolicy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options for the transfer syntax of redacted files and for thumbnails. */
@HelpGroup("Output")
public final class SyntaxOptions {

    private static final Map<String, String> NAMES = names();

    @Option(
            names = "--transfer-syntax",
            paramLabel = "UID|NAME",
            converter = Names.class,
            defaultValue = "keep",
            description =
                    "transfer syntax of redacted files: keep, explicit (uncompressed), rle, jpeg-lossless, jpeg-ls, jpeg2000, or one of their UIDs; always lossless. Files without text are copied unchanged. Default: ${DEFAULT-VALUE}")
    String transferSyntax = "";

    @Option(
            names = "--lossy-policy",
            paramLabel = "POLICY",
            defaultValue = "keep-lossless",
            converter = Lossy.class,
            description =
                    "redacted frames of lossy JPEG-LS and JPEG 2000: keep-lossless (encode losslessly in the same syntax) or refuse. Default: ${DEFAULT-VALUE}")
    RedactionPolicy.LossyPolicy lossy = RedactionPolicy.LossyPolicy.KEEP_LOSSLESS;

    @Option(
            names = "--jpeg-thumbnails",
            paramLabel = "POLICY",
            defaultValue = "review",
            description =
                    "thumbnails (JFIF, Exif and others) in JPEG frames without redaction: review (the file needs review) or remove (from all frames). Redacted frames never keep them. Default: ${DEFAULT-VALUE}")
    RedactionPolicy.ThumbnailPolicy thumbnails = RedactionPolicy.ThumbnailPolicy.REVIEW;

    /** The policy with the requested syntax. */
    public RedactionPolicy in(RedactionPolicy policy) {
        return policy.inSyntax(transferSyntax, lossy).with(thumbnails);
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("keep", "");
        names.put("explicit", UID.ExplicitVRLittleEndian);
        names.put("rle", UID.RLELossless);
        names.put("jpeg-lossless", UID.JPEGLosslessSV1);
        names.put("jpeg-ls", UID.JPEGLSLossless);
        names.put("jpeg2000", UID.JPEG2000Lossless);
        return names;
    }

    /** Parses a name or UID. */
    static final class Names implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            String uid = NAMES.getOrDefault(text.toLowerCase(Locale.ROOT), text);
            if (!NAMES.containsValue(uid)) {
                throw new TypeConversionException(
                        "'" + text + "' is not one of " + String.join(", ", NAMES.keySet()));
            }
            return uid;
        }
    }

    /** Parses the policy. */
    static final class Lossy implements ITypeConverter<RedactionPolicy.LossyPolicy> {
        @Override
        public RedactionPolicy.LossyPolicy convert(String text) {
            return switch (text) {
                case "keep-lossless" -> RedactionPolicy.LossyPolicy.KEEP_LOSSLESS;
                case "refuse" -> RedactionPolicy.LossyPolicy.REFUSE;
                default ->
                        throw new TypeConversionException(
                                "'" + text + "' is neither keep-lossless nor refuse");
            };
        }
    }
}
