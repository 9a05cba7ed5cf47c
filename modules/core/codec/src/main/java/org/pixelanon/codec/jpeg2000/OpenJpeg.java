package org.pixelanon.codec.jpeg2000;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.natives.NativeFolder;

/**
 * The functions of OpenJPEG (BSD-2-Clause). Searched in this order: the library named by the system
 * property {@value #LIBRARY}, the copy in the bundled Leptonica library (none on Windows), the
 * system's {@code openjp2} from version 2.5 on. The bundled one precedes the system's, since a
 * distribution's build with assertions ends the whole process on damaged frames. Versions before
 * 2.5 cannot decode high throughput JPEG 2000.
 */
final class OpenJpeg {

    /** The system property with a library file to use instead of all others. */
    static final String LIBRARY = "pixelanon.openjpeg";

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    private final NativeLibrary library;
    private final String version;

    private OpenJpeg(NativeLibrary library, String version) {
        this.library = library;
        this.version = version;
    }

    /**
     * The library, loaded at the first call.
     *
     * @throws CodecException if there is none that can be used
     */
    static OpenJpeg get() throws CodecException {
        OpenJpeg loaded = Loaded.LIBRARY;
        if (loaded == null) {
            throw new CodecException("JPEG 2000 needs the OpenJPEG library: " + Loaded.REASON);
        }
        return loaded;
    }

    /** The version reported by the library, e.g. {@code 2.5.4}. */
    String version() {
        return version;
    }

    /** A function by its name in openjpeg.h. */
    Function function(String name) {
        return library.getFunction(name);
    }

    /** Loads once; a failure is remembered, too. */
    private static final class Loaded {

        static final @Nullable OpenJpeg LIBRARY;
        static final String REASON;

        static {
            OpenJpeg found = null;
            String reason = "";
            try {
                found = load();
            } catch (IOException | LinkageError e) {
                reason = String.valueOf(e.getMessage());
            }
            LIBRARY = found;
            REASON = reason;
        }

        private static OpenJpeg load() throws IOException {
            NativeFolder folder = NativeFolder.ofProgram(); // before JNA unpacks its own library
            if (Native.SIZE_T_SIZE != Long.BYTES) {
                throw new CodecException("this Java is not 64-bit");
            }
            String chosen = System.getProperty(LIBRARY_PROPERTY);
            if (chosen != null) {
                return tested(NativeLibrary.getInstance(chosen))
                        .orElseThrow(() -> new CodecException(chosen + " is older than 2.5"));
            }
            if (!Platform.isWindows()) {
                Optional<OpenJpeg> own = tested(folder.loaded("leptonica"));
                if (own.isPresent()) {
                    return own.get();
                }
            }
            return ofSystem()
                    .orElseThrow(
                            () ->
                                    new CodecException(
                                            "install version 2.5 or later and set -D"
                                                    + LIBRARY_PROPERTY
                                                    + "=FILE"));
        }

        private static final String LIBRARY_PROPERTY = OpenJpeg.LIBRARY;

        private static Optional<OpenJpeg> ofSystem() {
            try {
                return tested(NativeLibrary.getInstance("openjp2"));
            } catch (UnsatisfiedLinkError e) {
                return Optional.empty(); // the message says how to fix it
            }
        }

        /** A library with a known version and the expected layout of parameters. */
        private static Optional<OpenJpeg> tested(NativeLibrary library) {
            String version = library.getFunction("opj_version").invokeString(new Object[0], false);
            Matcher parts = VERSION.matcher(version);
            if (!parts.matches()) {
                return Optional.empty();
            }
            int number = 100 * Integer.parseInt(parts.group(1)) + Integer.parseInt(parts.group(2));
            OpenJpeg tested = new OpenJpeg(library, version);
            boolean known = number >= 205 && number < 300;
            return known && OpenJpegParameters.isLaidOutAsKnown(library)
                    ? Optional.of(tested)
                    : Optional.empty();
        }
    }
}
