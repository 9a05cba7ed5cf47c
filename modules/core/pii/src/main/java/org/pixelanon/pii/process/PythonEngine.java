package org.pixelanon.pii.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.EngineOption;
import org.pixelanon.model.engine.EngineSettings;

/**
 * Asks a library for Python, which the user installs, through {@code docs/engines/names.py}. The
 * script is handed over as an argument, so that no file of it can be exchanged, and nothing in the
 * folder where the program is started is imported.
 */
abstract class PythonEngine {

    private static final String SCRIPT = "names.py";
    private static final String NO_FOLDER =
            "import sys; sys.path[:] = [p for p in sys.path if p]\n";
    private static final int ABSENT = 3;
    private static final int SECONDS_TO_LOOK = 30;
    private static final EngineOption PYTHON =
            new EngineOption("python", "Python interpreter with the library", "python3");

    private final Library library;

    /**
     * A library.
     *
     * @param name of the detector and of the module
     * @param model the default
     * @param install the commands that install both
     * @param about sizes and licences
     */
    record Library(String name, String model, String install, String about) {}

    PythonEngine(Library library) {
        this.library = library;
    }

    /** As {@link DetectorEngine#name}. */
    public String name() {
        return library.name();
    }

    /** As {@link DetectorEngine#description}. */
    public String description() {
        return "marks as sensitive what " + library.name() + " recognises as a name, place or date";
    }

    /** As {@link DetectorEngine#options}. */
    public List<EngineOption> options() {
        return List.of(
                PYTHON,
                new EngineOption("model", "name of the model", library.model()),
                ProcessOptions.WORKERS,
                ProcessOptions.LIMIT);
    }

    /** As {@link DetectorEngine#unavailable}. */
    public Optional<String> unavailable(EngineSettings settings) {
        return ProcessOptions.problem(settings).or(() -> missing(settings.option(PYTHON.name())));
    }

    /** As {@link DetectorEngine#detector}. */
    public PiiDetector detector(EngineSettings settings) throws EngineException {
        List<String> words =
                List.of(
                        settings.option(PYTHON.name()),
                        "-c",
                        NO_FOLDER + script(),
                        library.name(),
                        settings.option("model"));
        return ProcessOptions.detector(library.name(), words, settings);
    }

    private Optional<String> missing(String python) {
        String look =
                NO_FOLDER
                        + "import importlib.util\n"
                        + "sys.exit(0 if importlib.util.find_spec('"
                        + library.name()
                        + "') else "
                        + ABSENT
                        + ")";
        Process process;
        try {
            process =
                    new ProcessBuilder(python, "-c", look)
                            .redirectError(Redirect.DISCARD)
                            .redirectOutput(Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            return Optional.of("there is no " + python + " here; " + howToInstall());
        }
        try {
            if (process.waitFor(SECONDS_TO_LOOK, TimeUnit.SECONDS)) {
                return told(python, process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return Optional.of(python + " cannot tell whether it has " + library.name());
    }

    private Optional<String> told(String python, int code) {
        return switch (code) {
            case 0 -> Optional.empty();
            case ABSENT ->
                    Optional.of(
                            python + " has no module " + library.name() + "; " + howToInstall());
            default -> Optional.of(python + " is not Python 3 (exit code " + code + ")");
        };
    }

    private String howToInstall() {
        return "install: " + library.install() + " (" + library.about() + ")";
    }

    private static String script() {
        try (InputStream in = PythonEngine.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException(SCRIPT + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(SCRIPT + " in the jar is broken", e);
        }
    }
}
