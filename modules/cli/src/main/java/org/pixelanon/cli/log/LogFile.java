package org.pixelanon.cli.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.pixelanon.dicom.data.PlainFile;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.Printable;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.pipeline.PipelineException;

/**
 * A file to which lines are appended while a command runs: time, level, process, text. It contains
 * what PixelAnon logs, but nothing from libraries, which might log patient data. Kind and place of
 * a failure are written, never its message, which may quote a value. A new file is readable only by
 * its owner.
 */
public final class LogFile extends Handler implements Closeable {

    private static final Logger OURS = Logger.getLogger("org.pixelanon");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());
    private static final int FRAMES = 6;

    private final Path path;
    private final Writer out;
    private final boolean toldParents;

    private LogFile(Path path, Writer out) {
        this.path = path;
        this.out = out;
        this.toldParents = OURS.getUseParentHandlers();
    }

    /**
     * Opens the file for appending.
     *
     * @throws PipelineException if it cannot be written
     */
    public static LogFile begin(Path path, LogLevel level) throws PipelineException {
        try {
            String refusal = PlainFile.refusal(path).orElse(null);
            if (refusal != null || Files.isDirectory(path)) {
                throw new PipelineException(
                        path + ": " + (refusal == null ? "is a folder" : refusal));
            }
            if (!Files.exists(path)) {
                ReadAccess.createPrivate(path);
            }
            Writer out =
                    Files.newBufferedWriter(
                            path, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            LogFile file = new LogFile(path, out);
            file.setLevel(level.level());
            OURS.addHandler(file);
            OURS.setLevel(level.level());
            OURS.setUseParentHandlers(false); // commands print their own messages on the console
            return file;
        } catch (PipelineException e) {
            throw e;
        } catch (IOException e) {
            throw new PipelineException(path + ": cannot be written: " + FailureText.reason(e), e);
        }
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        try {
            out.write(line(entry));
            out.flush();
        } catch (IOException e) {
            // stop: files must not be processed without the requested log
            throw new UncheckedIOException(path + ": cannot be written", e);
        }
    }

    private static String line(LogRecord entry) {
        StringBuilder line = new StringBuilder();
        line.append(TIME.format(entry.getInstant())).append(' ');
        line.append(word(entry.getLevel())).append(" [");
        line.append(ProcessHandle.current().pid()).append("] ");
        line.append(Printable.of(String.valueOf(entry.getMessage())));
        for (Throwable at = entry.getThrown(); at != null; at = at.getCause()) {
            line.append("; ").append(at.getClass().getName());
            Arrays.stream(at.getStackTrace())
                    .limit(FRAMES)
                    .forEach(f -> line.append(" < ").append(place(f)));
        }
        return line.append('\n').toString();
    }

    private static String place(StackTraceElement frame) {
        return frame.getFileName() + ":" + frame.getLineNumber();
    }

    private static String word(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARNING";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }

    @Override
    public synchronized void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be written", e);
        }
    }

    @Override
    public void close() {
        OURS.removeHandler(this);
        OURS.setLevel(null);
        OURS.setUseParentHandlers(toldParents);
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be written", e);
        }
    }
}
