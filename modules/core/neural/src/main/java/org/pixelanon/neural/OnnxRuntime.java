package org.pixelanon.neural;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.onnxruntime.engine.OrtEngineProvider;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pixelanon.natives.NativeFolder;

/**
 * Starts ONNX Runtime from libraries in PixelAnon's cache folder, and keeps it from reading or
 * writing elsewhere. Thread-safe.
 */
final class OnnxRuntime {

    /**
     * The folder where ONNX Runtime finds its libraries, instead of unpacking them to a shared one.
     */
    private static final String LIBRARIES = "onnxruntime.native.path";

    /**
     * Settings that keep DJL off the network and from looking for other engines, which it would
     * download.
     */
    private static final Map<String, String> KEPT_TO_ITSELF =
            Map.of(
                    "OPT_OUT_TRACKING", "true",
                    "ai.djl.offline", "true",
                    "ai.djl.onnx.disable_alternative", "true");

    private final NativeFolder folder;
    private final Engine engine;

    private OnnxRuntime(NativeFolder folder, Engine engine) {
        this.folder = folder;
        this.engine = engine;
    }

    /**
     * Starts the runtime unless it is running.
     *
     * @param cacheFolder where libraries and models are unpacked to
     */
    static synchronized OnnxRuntime start(Path cacheFolder) throws NeuralException {
        try {
            NativeFolder folder = NativeFolder.in(cacheFolder);
            for (String library : List.of("onnxruntime", "onnxruntime4j_jni")) {
                String file = System.mapLibraryName(library);
                folder.file(
                        OrtEnvironment.class,
                        "/ai/onnxruntime/native/" + platform() + "/" + file,
                        file);
            }
            KEPT_TO_ITSELF.forEach(System::setProperty);
            System.setProperty(LIBRARIES, folder.path().toString());
            return new OnnxRuntime(folder, new OrtEngineProvider().getEngine());
        } catch (IOException e) {
            throw new NeuralException("cannot unpack ONNX Runtime: " + e.getMessage(), e);
        } catch (LinkageError | EngineException e) {
            throw new NeuralException("cannot start ONNX Runtime on this computer", e);
        }
    }

    /** Why networks cannot run on this computer; empty if they can. */
    static Optional<String> unavailable() {
        String library =
                "/ai/onnxruntime/native/"
                        + platform()
                        + "/"
                        + System.mapLibraryName("onnxruntime4j_jni");
        return OrtEnvironment.class.getResource(library) == null
                ? Optional.of("ONNX Runtime has no library for this computer (" + platform() + ")")
                : Optional.empty();
    }

    /** Describes the runtime for users. */
    static String words() {
        return "ONNX Runtime for " + platform();
    }

    private static String platform() {
        String system = Platform.isMac() ? "osx" : Platform.isWindows() ? "win" : "linux";
        return system
                + switch (Platform.ARCH) {
                    case "x86-64" -> "-x64";
                    default -> "-" + Platform.ARCH; // "-aarch64"; there are no other variants
                };
    }

    /**
     * Loads a model, which runs on the calling thread.
     *
     * @return the model, to be closed by the caller
     */
    Model load(ModelFile model) throws NeuralException {
        model.requireIntact();
        Model loaded = engine.newModel(model.file(), Device.cpu());
        boolean ready = false;
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false); // it would keep the memory of the largest plane
            loaded.load(model.in(folder), null, Map.of("sessionOptions", options));
            ready = true;
            return loaded;
        } catch (IOException | MalformedModelException | OrtException | EngineException e) {
            throw new NeuralException(model.file() + ": cannot be loaded", e);
        } finally {
            if (!ready) {
                loaded.close();
            }
        }
    }
}
