package org.pixelanon.ocr;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import net.sourceforge.tess4j.TessAPI1;
import org.jspecify.annotations.Nullable;

/**
 * The native libraries and the language data, unpacked from the jars into a folder of our own: the
 * libraries of the operating system are of other versions and are never used. Every file is written
 * beside its target and moved, so that several processes may unpack at once.
 */
final class NativeFolder {

    private static final String VERSIONS = "natives.properties";
    private static final String LANGUAGE_DATA = "/tessdata/eng.traineddata";

    /** Leptonica's severity above which nothing is ever reported. */
    private static final int SILENT = 6;

    private NativeFolder() {}

    /**
     * Unpacks what is missing and makes JNA look there.
     *
     * @return the folder that holds the language data
     */
    static Path prepare(Path cacheFolder) throws OcrException {
        try {
            String platform = platform();
            Path folder = privateFolder(cacheFolder.resolve(folderName(platform)));
            copy(TessAPI1.class, LANGUAGE_DATA, folder, "eng.traineddata");
            if (!Platform.isWindows()) {
                copyLibrary("leptonica", platform, "6", folder);
                copyLibrary("tesseract", platform, "5.5", folder);
                NativeLibrary.addSearchPath("leptonica", folder.toString());
                NativeLibrary.addSearchPath("tesseract", folder.toString());
            }
            silenceLeptonica();
            return folder;
        } catch (OcrException e) {
            throw e;
        } catch (IOException e) {
            throw new OcrException(
                    "cannot unpack the native libraries into " + cacheFolder + ": " + e, e);
        } catch (UnsatisfiedLinkError e) {
            throw new OcrException("cannot load the native libraries: " + e.getMessage(), e);
        }
    }

    private static String platform() {
        String system = Platform.isMac() ? "macosx" : Platform.isWindows() ? "windows" : "linux";
        return system + (Platform.isARM() ? "-arm64" : "-x86_64");
    }

    private static String folderName(String platform) throws IOException {
        Properties versions = new Properties();
        try (InputStream in = NativeFolder.class.getResourceAsStream(VERSIONS)) {
            if (in == null) {
                throw new OcrException(VERSIONS + " is missing from the program");
            }
            versions.load(in);
        }
        return "tesseract-"
                + versions.getProperty("tesseract")
                + "-leptonica-"
                + versions.getProperty("leptonica")
                + "-"
                + platform;
    }

    /** Libraries are executed: nobody else may write to the folder. */
    private static Path privateFolder(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            return absolute;
        }
        Path parent = absolute.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Files.createDirectories(
                    absolute,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        return Files.createDirectories(absolute);
    }

    private static void copyLibrary(String name, String platform, String version, Path folder)
            throws IOException {
        String base = "/org/bytedeco/" + name + "/" + platform + "/";
        if (Platform.isMac()) {
            String file = "lib" + name + "." + version + ".dylib";
            copy(NativeFolder.class, base + file, folder, file);
            copy(NativeFolder.class, base + file, folder, "lib" + name + ".dylib");
        } else {
            String file = "lib" + name + ".so." + version;
            copy(NativeFolder.class, base + file, folder, file);
        }
    }

    private static void copy(Class<?> owner, String resource, Path folder, String name)
            throws IOException {
        URL url = owner.getResource(resource);
        if (url == null) {
            throw new OcrException(
                    "no " + resource + " on the class path: the program lacks this platform");
        }
        Path target = folder.resolve(name);
        try (InputStream in = opened(owner, resource)) {
            if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(target) == url.openConnection().getContentLengthLong()) {
                return;
            }
            Path part = Files.createTempFile(folder, name, ".part");
            try {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(
                        part,
                        target,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    private static InputStream opened(Class<?> owner, String resource) throws IOException {
        @Nullable InputStream in = owner.getResourceAsStream(resource);
        if (in == null) {
            throw new OcrException("cannot read " + resource + " of the program");
        }
        return in;
    }

    /** Its complaints about odd crops would go to standard error, past every log. */
    private static void silenceLeptonica() {
        if (!Platform.isWindows()) {
            Function severity =
                    NativeLibrary.getInstance("leptonica").getFunction("setMsgSeverity");
            severity.invokeInt(new Object[] {SILENT});
        }
    }
}
