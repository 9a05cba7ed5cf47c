package org.pixelanon.pipeline.manifest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A setting that affects the outcome of files.
 *
 * @param name for people, as {@code --on-doubt}
 * @param value anything that is another text if the setting is another
 * @param secret whether it must not be found out from its hash by trying
 */
public record RunSetting(String name, String value, boolean secret) {

    private static final String HMAC = "HmacSHA256";
    private static final int DIGITS = 16;
    private static final int ROUNDS = 200_000;
    private static final int BITS = 128;

    /**
     * One hash of all settings of a run.
     *
     * @param settings all that affects the outcome of files
     * @param salt of the hashes
     * @return hexadecimal digits, the same for the same settings in any order
     */
    public static String fingerprint(List<RunSetting> settings, String salt) {
        Map<String, String> hashes = new TreeMap<>();
        settings.forEach(s -> hashes.put(s.name(), s.hash(salt)));
        return new RunSetting("all", hashes.toString(), false).hash(salt);
    }

    /** Never the value. */
    @Override
    public String toString() {
        return name;
    }

    /** What is written down of it. */
    String hash(String salt) {
        try {
            byte[] key = salt.getBytes(StandardCharsets.US_ASCII);
            byte[] hash;
            if (secret && !value.isEmpty()) {
                PBEKeySpec slow = new PBEKeySpec(value.toCharArray(), key, ROUNDS, BITS);
                hash =
                        SecretKeyFactory.getInstance("PBKDF2With" + HMAC)
                                .generateSecret(slow)
                                .getEncoded();
            } else {
                Mac mac = Mac.getInstance(HMAC);
                mac.init(new SecretKeySpec(key, HMAC));
                hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
