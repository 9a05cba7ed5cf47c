package blackbox.application;

import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.Frame;
import java.awt.Toolkit;
import java.io.IOException;
import java.util.Optional;

/** The window manager of the display: the one that is there, or one of our own for a while. */
record WindowManager(Optional<Process> own) implements AutoCloseable {

    /** Starts one if the display has none; skips the test if none is installed. */
    static WindowManager start() {
        if (Toolkit.getDefaultToolkit().isFrameStateSupported(Frame.MAXIMIZED_BOTH)) {
            return new WindowManager(Optional.empty());
        }
        try {
            ProcessBuilder openbox = new ProcessBuilder("openbox");
            openbox.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            return new WindowManager(Optional.of(openbox.start()));
        } catch (IOException e) {
            return abort("neither a window manager on this display nor openbox: " + e.getMessage());
        }
    }

    boolean isThere() {
        return own.isEmpty() || own.get().isAlive();
    }

    @Override
    public void close() {
        own.ifPresent(process -> process.destroy());
    }
}
