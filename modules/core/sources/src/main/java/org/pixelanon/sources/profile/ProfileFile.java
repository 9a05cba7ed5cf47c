package org.pixelanon.sources.profile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.sources.SourceException;

/**
 * The connection profiles of an account, in one file readable by its owner only and useless without
 * the key: AES-256 in GCM (NIST SP 800-38D), the key derived from a passphrase by PBKDF2 with
 * HMAC-SHA-256 (RFC 8018) and a new salt for every write. Thread-safe.
 */
public final class ProfileFile {

    private static final byte[] MAGIC = {'P', 'X', 'A', 'P', 1};
    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 100_000_000;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;
    private static final int HEAD = MAGIC.length + Integer.BYTES + SALT + NONCE;

    /** Locks of files hold between processes only. */
    private static final Object TURN = new Object();

    /** What is done with all profiles. */
    @FunctionalInterface
    public interface Change {

        /**
         * Does it.
         *
         * @param profiles by name, to be changed
         * @throws IOException if it cannot be done; then nothing changes
         */
        void in(Map<String, SourceProfile> profiles) throws IOException;
    }

    private final Path file;

    /**
     * The profiles in a file.
     *
     * @param file the file; need not exist
     */
    public ProfileFile(Path file) {
        this.file = file;
    }

    /**
     * Whether there is a file.
     *
     * @return false if nothing was ever kept
     */
    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * Reads all profiles.
     *
     * @param key what they were written with
     * @return profiles by name; none if there is no file
     * @throws IOException if the file cannot be read, was changed, or the key is another
     */
    public Map<String, SourceProfile> read(char[] key) throws IOException {
        byte[] all;
        try {
            all = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            throw refused("cannot be read: " + FailureText.reason(e), e);
        }
        if (all.length < HEAD || !Arrays.equals(all, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw refused("contains no profiles", null);
        }
        ByteBuffer head = ByteBuffer.wrap(all);
        head.position(MAGIC.length);
        int rounds = head.getInt();
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw refused("was changed", null);
        }
        try {
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, key, all, rounds)
                            .doFinal(all, HEAD, all.length - HEAD);
            return parsed(text);
        } catch (AEADBadTagException e) {
            throw refused("wrong key, or the file was changed", e);
        } catch (GeneralSecurityException e) {
            throw refused("cannot be decrypted", e);
        }
    }

    /**
     * Changes the profiles as they are now. Who changes them at the same time waits, whatever
     * process it is in, so that nobody's change is lost.
     *
     * @param key what they are written with
     * @param change what is done
     * @throws IOException if they cannot be read or written; then all is as it was
     */
    public void change(char[] key, Change change) throws IOException {
        Path place = file.toAbsolutePath();
        Path folder = place.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // stays: who waits for it would hold another than who makes it again
        Path lock = place.resolveSibling("." + place.getFileName() + ".lock");
        try {
            ReadAccess.createPrivate(lock);
        } catch (FileAlreadyExistsException there) {
            // as it should be
        }
        synchronized (TURN) {
            try (FileChannel held = FileChannel.open(lock, StandardOpenOption.WRITE);
                    FileLock turn = held.lock()) {
                Map<String, SourceProfile> profiles = new TreeMap<>(read(key));
                change.in(profiles);
                write(profiles, key);
            }
        }
    }

    /**
     * Writes all profiles, in one step.
     *
     * @param profiles by name
     * @param key what they are to be read with
     * @throws IOException if the file cannot be written; then it is as it was
     */
    public void write(Map<String, SourceProfile> profiles, char[] key) throws IOException {
        byte[] head = head();
        byte[] secret;
        try {
            secret = cipher(Cipher.ENCRYPT_MODE, key, head, ROUNDS).doFinal(written(profiles));
        } catch (GeneralSecurityException e) {
            throw refused("cannot be encrypted", e);
        }
        Path place = file.toAbsolutePath();
        Path folder = place.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path part = place.resolveSibling("." + place.getFileName() + "-" + UUID.randomUUID());
        try {
            ReadAccess.createPrivate(part);
            Files.write(
                    part, ByteBuffer.allocate(HEAD + secret.length).put(head).put(secret).array());
            Files.move(
                    part,
                    place,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static byte[] head() {
        byte[] random = new byte[SALT + NONCE];
        new SecureRandom().nextBytes(random);
        return ByteBuffer.allocate(HEAD).put(MAGIC).putInt(ROUNDS).put(random).array();
    }

    /** The head is authenticated, too. */
    private static Cipher cipher(int mode, char[] key, byte[] head, int rounds)
            throws GeneralSecurityException {
        int salt = MAGIC.length + Integer.BYTES;
        PBEKeySpec spec =
                new PBEKeySpec(key, Arrays.copyOfRange(head, salt, salt + SALT), rounds, KEY_BITS);
        try {
            byte[] made =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(made, "AES"),
                    new GCMParameterSpec(TAG_BITS, head, salt + SALT, NONCE));
            cipher.updateAAD(head, 0, HEAD);
            Arrays.fill(made, (byte) 0);
            return cipher;
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] written(Map<String, SourceProfile> profiles) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(profiles.size());
        for (SourceProfile profile : new TreeMap<>(profiles).values()) {
            out.writeUTF(profile.name());
            out.writeUTF(profile.scheme());
            out.writeUTF(profile.place());
            out.writeInt(profile.settings().size());
            for (Map.Entry<String, String> setting : profile.settings().entrySet()) {
                out.writeUTF(setting.getKey());
                out.writeUTF(setting.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, SourceProfile> parsed(byte[] text) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(text));
        Map<String, SourceProfile> profiles = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            String scheme = in.readUTF();
            String place = in.readUTF();
            Map<String, String> settings = new TreeMap<>();
            for (int more = in.readInt(); more > 0; more--) {
                settings.put(in.readUTF(), in.readUTF());
            }
            profiles.put(name, new SourceProfile(name, scheme, place, settings));
        }
        return profiles;
    }

    private SourceException refused(String why, @Nullable Throwable cause) {
        return new SourceException(file + ": " + why, cause);
    }
}
