package org.pixelanon.natives;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelAnonException;
import org.pixelanon.model.UserEnvironment;

/**
 * PixelAnon's folder for native libraries unpacked from the jars; the libraries of the operating
 * system have other versions. Existing files are used only if they equal those in the jar byte for
 * byte and nobody else can change them; otherwise they are replaced, or a private temporary folder
 * is used. Every file is written beside its target and moved, so that several processes may unpack
 * at once.
 */
public final class NativeFolder {

    /** Where JNA unpacks its own library. */
    private static final String JNA_FOLDER = "jna.tmpdir";

    private static final int BLOCK = 1 << 16;

    private static final String VERSIONS = "natives.properties";

    /** The version at the end of each library's file name. */
    private static final Map<String, String> FILES = Map.of("leptonica", "6", "tesseract", "5.5");

    /**
     * Keeps libraries loaded: JNA unloads a library without references, and a library that depends
     * on it would then search for it by itself.
     */
    private static final Map<String, NativeLibrary> LOADED = new ConcurrentHashMap<>();

    private final Path path;
    private final String platform;

    private NativeFolder(Path path, String platform) {
        this.path = path;
        this.platform = platform;
    }

    /**
     * The folder of the versions that this program was built with; created if absent.
     *
     * @param cacheFolder where it is, shared by any number of processes and never cleaned up; a
     *     relative one, or one that others can change, is not used
     * @return the folder
     * @throws IOException if it cannot be created, naming the places that were tried
     */
    public static NativeFolder in(Path cacheFolder) throws IOException {
        String platform = platform();
        Path folder = TrustedFolder.of(cacheFolder, folderName(platform));
        if (System.getProperty(JNA_FOLDER) == null) {
            System.setProperty(JNA_FOLDER, folder.toString());
        }
        return new NativeFolder(folder, platform);
    }

    /**
     * The folder in the cache of the account.
     *
     * @return the folder
     * @throws IOException if it cannot be created, naming the places that were tried
     */
    public static NativeFolder ofProgram() throws IOException {
        return in(UserEnvironment.ofProcess().cache());
    }

    /**
     * The folder.
     *
     * @return an absolute path
     */
    public Path path() {
        return path;
    }

    /**
     * Unpacks a library if missing, and makes JNA find it by name. There is none for Windows.
     *
     * @param name {@code leptonica} or {@code tesseract}
     * @throws IOException if it cannot be unpacked or the program has none for this platform
     */
    public void library(String name) throws IOException {
        copyLibrary(name, platform, FILES.getOrDefault(name, ""), path);
        NativeLibrary.addSearchPath(name, path.toString());
    }

    /**
     * Unpacks a library as {@link #library} does and loads it until the program ends: Tesseract
     * then uses the Leptonica loaded before.
     *
     * @param name {@code leptonica} or {@code tesseract}
     * @return the library
     * @throws IOException if it cannot be unpacked or the program has none for this platform
     * @throws UnsatisfiedLinkError if it cannot be loaded
     */
    public NativeLibrary loaded(String name) throws IOException {
        library(name);
        return LOADED.computeIfAbsent(name, NativeLibrary::getInstance);
    }

    /**
     * Unpacks another file if missing.
     *
     * @param owner a class beside the resource
     * @param resource the absolute name of the resource
     * @param name the name of the file
     * @throws IOException if it cannot be unpacked
     */
    public void file(Class<?> owner, String resource, String name) throws IOException {
        copy(owner, resource, path, name);
    }

    private static String platform() {
        String system = Platform.isMac() ? "macosx" : Platform.isWindows() ? "windows" : "linux";
        return system + (Platform.isARM() ? "-arm64" : "-x86_64");
    }

    private static String folderName(String platform) throws IOException {
        Properties versions = new Properties();
        try (InputStream in = NativeFolder.class.getResourceAsStream(VERSIONS)) {
            if (in == null) {
                throw new PixelAnonException(VERSIONS + " is missing from the installation");
            }
            versions.load(in);
        }
        return "natives-"
                + versions.getProperty("tesseract")
                + "-"
                + versions.getProperty("leptonica")
                + "-"
                + platform;
    }

    private static void copyLibrary(String name, String platform, String version, Path folder)
            throws IOException {
        String base = "/org/bytedeco/" + name + "/" + platform + "/";
        if (Platform.isMac()) {
            String file = "lib" + name + "." + version + ".dylib";
            copy(NativeFolder.class, base + file, folder, file);
            copy(NativeFolder.class, base + file, folder, "lib" + name + ".dylib");
        } else {
            // without this name JNA would search where the system does, perhaps in the temporary or
            // current folder; a name with version is not needed by other libraries, since a loaded
            // library is known by it
            copy(
                    NativeFolder.class,
                    base + "lib" + name + ".so." + version,
                    folder,
                    "lib" + name + ".so");
        }
    }

    private static void copy(Class<?> owner, String resource, Path folder, String name)
            throws IOException {
        if (owner.getResource(resource) == null) {
            throw new PixelAnonException(
                    "no " + resource + " on the class path: this platform is not supported");
        }
        Path target = folder.resolve(name);
        if (TrustedFolder.isOwnFile(target) && isSame(owner, resource, target)) {
            return;
        }
        Path part = Files.createTempFile(folder, name, ".part");
        try (InputStream in = opened(owner, resource)) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    part,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        if (folder.equals(TrustedFolder.temporary())) {
            target.toFile().deleteOnExit();
        }
    }

    /** Compares with the content of the jar, which is as safe as a digest and cheaper. */
    private static boolean isSame(Class<?> owner, String resource, Path file) throws IOException {
        try (InputStream a = opened(owner, resource);
                InputStream b = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] expected = new byte[BLOCK];
            byte[] found = new byte[BLOCK];
            while (true) {
                int n = a.readNBytes(expected, 0, BLOCK);
                if (b.readNBytes(found, 0, BLOCK) != n
                        || !Arrays.equals(expected, 0, n, found, 0, n)) {
                    return false;
                }
                if (n < BLOCK) {
                    return true;
                }
            }
        }
    }

    private static InputStream opened(Class<?> owner, String resource) throws IOException {
        @Nullable InputStream in = owner.getResourceAsStream(resource);
        if (in == null) {
            throw new PixelAnonException("cannot read " + resource + " of the installation");
        }
        return in;
    }
}
