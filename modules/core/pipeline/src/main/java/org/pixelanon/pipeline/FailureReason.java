package org.pixelanon.pipeline;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.pixelanon.dicom.DicomException;

/** What may be told of a failure in reports and on screen: never a value of a file. */
public final class FailureReason {

    /** Why a file has no output that was being worked on when a stop was asked for. */
    public static final String STOPPED = "left when the run was stopped";

    private FailureReason() {}

    /**
     * Our own exceptions carry messages made for people; of others only the type is told.
     *
     * @param e what happened
     * @return the reason in a few words of English
     */
    public static String of(IOException e) {
        if (e instanceof PipelineException || e instanceof DicomException || isOurs(e)) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        String message = e.getMessage();
        boolean diskFull = message != null && message.contains("No space left");
        return diskFull ? "No space left on device" : "input or output failed (" + placeOf(e) + ")";
    }

    private static boolean isOurs(Throwable e) {
        return e.getClass().getName().startsWith("org.pixelanon.");
    }

    /**
     * Messages of foreign exceptions may quote values of the file, so only type and place are told.
     *
     * @param e what happened
     * @return its type, and class and line where it began
     */
    public static String placeOf(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String where =
                trace.length == 0
                        ? ""
                        : " at " + trace[0].getClassName() + ":" + trace[0].getLineNumber();
        return e.getClass().getSimpleName() + where;
    }
}
