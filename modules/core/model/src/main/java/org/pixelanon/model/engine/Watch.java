package org.pixelanon.model.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls code of others. Exceptions are reported by kind only: their messages may quote the text.
 */
final class Watch {

    private static final System.Logger LOG = System.getLogger(Watch.class.getName());

    /** Code of others. */
    interface Call<T> {
        @Nullable T call() throws IOException;
    }

    private Watch() {}

    /**
     * Calls.
     *
     * @param who how a message names it
     * @return what it returned
     * @throws EngineException if it threw anything, or returned null
     */
    static <T> T over(String who, Call<T> call) throws EngineException {
        try {
            return Objects.requireNonNull(call.call());
        } catch (EngineException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw failed(who, e);
        } catch (LinkageError | AssertionError e) {
            throw failed(who, e);
        }
    }

    /** Returns whether a thread was asked to stop, which is no failure. */
    static boolean isStop(Throwable e) {
        return e instanceof InterruptedIOException || e instanceof ClosedByInterruptException;
    }

    static EngineException failed(String who, Throwable why) {
        LOG.log(System.Logger.Level.DEBUG, "an engine failed", why);
        return new EngineException(who + " failed (" + why.getClass().getSimpleName() + ")", why);
    }
}
