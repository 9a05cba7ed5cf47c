package org.pixelanon.dicomweb;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.source.SourceUrl;

/** What went wrong, in our words: those of an archive may hold anything. */
final class DicomWebFailures {

    private DicomWebFailures() {}

    /** An answer that is no success. */
    static DicomWebException of(SourceUrl url, String what, int status) {
        return new DicomWebException(url, reason(what, status), status);
    }

    private static String reason(String what, int status) {
        return switch (status) {
            case 400 ->
                    "the archive does not understand how this program asks to "
                            + what
                            + " it, or no DICOMweb service is at this path";
            case 401 ->
                    "the archive asks who you are: set token, or user and password, in a profile"
                            + " (pixelanon sources login NAME) or the environment";
            case 403 -> "the archive does not allow you to " + what + " it";
            case 404 -> "there is nothing of that name, or no DICOMweb service at this path";
            case 405, 501 -> "the service there cannot " + what + " it";
            case 406 -> "the archive cannot give it in the form that was asked for";
            case 409 -> "the archive refuses it as it stands";
            case 410 -> "is there no more";
            case 413 -> "is larger than the archive takes";
            case 415 -> "the archive takes no files of this kind";
            case 429, 503 -> "the archive is too busy, also when asked again";
            default -> {
                if (status / 100 == 3) {
                    yield "the archive sends on to another address, which is not followed: write"
                            + " that one";
                }
                yield status / 100 == 5
                        ? "the archive failed to " + what + " it, also when asked again"
                        : "the archive refuses to " + what + " it";
            }
        };
    }

    /** No answer, or none to the end. */
    static DicomWebException broken(SourceUrl url, String what, @Nullable Throwable cause) {
        return new DicomWebException(url, local(what, cause), cause);
    }

    private static String local(String what, @Nullable Throwable cause) {
        if (among(cause, UnresolvedAddressException.class)) {
            return "no host of that name is known";
        }
        if (among(cause, SSLException.class)) {
            return "no encrypted connection came about: its certificate is not trusted (setting"
                    + " ca), is for another name, or no TLS is spoken there";
        }
        if (among(cause, HttpTimeoutException.class) || among(cause, TimeoutException.class)) {
            return "no answer came in time, also when asked again (setting timeout)";
        }
        if (among(cause, ConnectException.class)) {
            return "the connection is refused: no server there, or another port";
        }
        return "the connection broke before it was "
                + (what.equals("store") ? "stored" : what)
                + ", also when tried again";
    }

    /** Clients wrap what happened below, and give the wrapper the kind of something else. */
    private static boolean among(@Nullable Throwable cause, Class<? extends Throwable> kind) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }
}
