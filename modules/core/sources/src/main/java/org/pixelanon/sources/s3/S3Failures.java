package org.pixelanon.sources.s3;

import java.net.SocketTimeoutException;
import java.util.regex.Pattern;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.sources.SourceException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** What went wrong, in our words: those of a store may hold anything. */
final class S3Failures {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.]{1,60}");

    private S3Failures() {}

    /**
     * A failure for people.
     *
     * @param url what was asked for
     * @param what what was to be done with it, as "read"
     */
    static SourceException of(SourceUrl url, String what, SdkException failure) {
        if (failure instanceof AwsServiceException answer) {
            return new SourceException(url, reason(what, answer), null);
        }
        return new SourceException(url, local(what, failure), null);
    }

    private static String reason(String what, AwsServiceException answer) {
        int status = answer.statusCode();
        String code = answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
        String told = code == null || !CODE.matcher(code).matches() ? "" : " " + code;
        String end = " (" + status + told + ")";
        String known = told.strip();
        if (known.equals("NoSuchBucket")) {
            return "no such bucket" + end;
        }
        if (known.equals("PermanentRedirect") || status == 301) {
            return "the bucket is in another region; set region" + end;
        }
        if (known.equals("RequestTimeTooSkewed")) {
            return "the clock of this machine is wrong" + end;
        }
        if (known.equals("SignatureDoesNotMatch")) {
            return "the store rejects the secret key, or the request was changed on the way" + end;
        }
        if (known.equals("InvalidAccessKeyId")) {
            return "the store rejects the keys" + end;
        }
        if (known.equals("ExpiredToken")) {
            return "the temporary keys have expired" + end;
        }
        return switch (status) {
            case 401, 403 -> "the keys do not allow to " + what + " it" + end;
            case 404 -> "no such object" + end;
            case 412 -> "was changed or replaced while it was processed" + end;
            case 416 -> "is shorter than announced" + end;
            case 429, 503 -> "the store is too busy, also after retries" + end;
            case 501 -> "the store cannot " + what + " objects as requested" + end;
            default ->
                    status >= 500
                            ? "the store failed to " + what + " it, also after retries" + end
                            : "the store refuses to " + what + " it" + end;
        };
    }

    private static String local(String what, SdkException failure) {
        if (failure instanceof AbortedException) {
            return "stopped";
        }
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String kind =
                first instanceof SocketTimeoutException
                        ? "no answer in time"
                        : first.getClass().getSimpleName();
        return "cannot be reached to " + what + " it (" + kind + ")";
    }
}
