package org.pixelanon.neural;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.Hashes;
import org.pixelanon.natives.NativeFolder;

/**
 * A user's model, used where it is.
 *
 * @param path the file
 * @param sha256 its expected checksum in hexadecimal; empty if the user states none
 */
record OwnModelFile(Path path, String sha256) implements ModelFile {

    static OwnModelFile of(OwnSettings settings) throws NeuralException {
        Path file = settings.file("model", "model.onnx");
        String sum = settings.text("sha256", "").toLowerCase(Locale.ROOT);
        if (!sum.matches("|[0-9a-f]{64}")) {
            throw settings.wrong("sha256", "is no checksum of 64 hexadecimal digits");
        }
        return new OwnModelFile(file, sum);
    }

    @Override
    public String file() {
        return path.toString();
    }

    @Override
    public String words() {
        return path + (sha256.isEmpty() ? ", no checksum stated" : " with the right checksum");
    }

    @Override
    public Optional<String> problem() {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(path + ": no such file");
        }
        if (sha256.isEmpty()) {
            return Optional.empty();
        }
        MessageDigest digest = Hashes.sha256();
        try (InputStream in = Files.newInputStream(path)) {
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return Optional.of(path + ": cannot be read: " + FailureText.reason(e));
        }
        return Hashes.hex(digest.digest()).equals(sha256)
                ? Optional.empty()
                : Optional.of(path + ": does not match the checksum stated beside it");
    }

    @Override
    public Path in(NativeFolder folder) {
        return path;
    }
}
