package org.pixelanon.dicomweb;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.SourceUrl;

/** Explains failures without quoting the archive, whose text may contain anything. */
final class DicomWebFailures {

    private DicomWebFailures() {}

    /** The failure for an unsuccessful response. */
    static DicomWebException of(SourceUrl url, String what, int status) {
        return new DicomWebException(url, reason(what, status), status);
    }

    private static String reason(String what, int status) {
        return switch (status) {
            case 400 ->
                    "the archive does not understand the request to "
                            + what
                            + " it, or there is "
                            + "no DICOMweb service at this path";
            case 401 ->
                    "the archive requires a login: set token, or user and password, in a profile "
                            + "(pixelanon sources login NAME) or the environment";
            case 403 -> "the archive does not allow you to " + what + " it";
            case 404 -> "not found, or no DICOMweb service at this path";
            case 405, 501 -> "the service there cannot " + what + " it";
            case 406 -> "the archive cannot return it in the requested format";
            case 409 -> "the archive refuses it in its current state";
            case 410 -> "no longer exists";
            case 413 -> "is larger than the archive accepts";
            case 415 -> "the archive does not accept files of this kind";
            case 429, 503 -> "the archive is too busy, also after retries";
            default -> {
                if (status / 100 == 3) {
                    yield "the archive redirects to another address, which is not followed: use "
                            + "that address";
                }
                yield status / 100 == 5
                        ? "the archive failed to " + what + " it, also after retries"
                        : "the archive refuses to " + what + " it";
            }
        };
    }

    /** The failure for a missing or incomplete response. */
    static DicomWebException broken(SourceUrl url, String what, @Nullable Throwable cause) {
        return new DicomWebException(url, local(what, cause), cause);
    }

    private static String local(String what, @Nullable Throwable cause) {
        if (among(cause, UnresolvedAddressException.class)) {
            return "unknown host";
        }
        if (among(cause, SSLException.class)) {
            return "no encrypted connection: the certificate is not trusted (setting ca) or is "
                    + "for another name, or the server does not use TLS";
        }
        if (among(cause, HttpTimeoutException.class) || among(cause, TimeoutException.class)) {
            return "no answer in time, also after retries (setting timeout)";
        }
        if (among(cause, ConnectException.class)) {
            return "connection refused: no server there, or wrong port";
        }
        return "the connection broke before it was "
                + (what.equals("store") ? "stored" : what)
                + ", also after retries";
    }

    /** HTTP clients wrap causes in exceptions of other types. */
    private static boolean among(@Nullable Throwable cause, Class<? extends Throwable> kind) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }
}
