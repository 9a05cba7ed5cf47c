package blackbox.cli;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Documents in memory that are served only after login: the server's side of SCRAM (RFC 5802, RFC
 * 7677) as MongoDB speaks it. As long as there are no users, everybody may do everything.
 */
final class ScramBackend extends MemoryBackend {

    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;
    private static final int ROUNDS = 4096;
    private static final Set<String> FOR_ALL =
            Set.of("hello", "isMaster", "ismaster", "ping", "buildInfo", "endSessions");

    /** How a password becomes a proof. */
    enum Mechanism {
        SHA1("SCRAM-SHA-1", "SHA-1", "HmacSHA1", 160),
        SHA256("SCRAM-SHA-256", "SHA-256", "HmacSHA256", 256);

        final String title;
        private final String digest;
        private final String mac;
        private final int bits;

        Mechanism(String title, String digest, String mac, int bits) {
            this.title = title;
            this.digest = digest;
            this.mac = mac;
            this.bits = bits;
        }

        byte[] digest(byte[] bytes) throws GeneralSecurityException {
            return MessageDigest.getInstance(digest).digest(bytes);
        }

        byte[] mac(byte[] key, String text) throws GeneralSecurityException {
            Mac keyed = Mac.getInstance(mac);
            keyed.init(new SecretKeySpec(key, mac));
            return keyed.doFinal(bytes(text));
        }

        /** SCRAM-SHA-1 of MongoDB is older than its standard: it takes a digest for a password. */
        byte[] salted(String user, String password, byte[] salt) throws GeneralSecurityException {
            String secret = password;
            if (this == SHA1) {
                MessageDigest md5 = MessageDigest.getInstance("MD5");
                secret = HexFormat.of().formatHex(md5.digest(bytes(user + ":mongo:" + password)));
            }
            return SecretKeyFactory.getInstance("PBKDF2With" + mac)
                    .generateSecret(new PBEKeySpec(secret.toCharArray(), salt, ROUNDS, bits))
                    .getEncoded();
        }
    }

    private record User(String password, boolean reads) {}

    /** A conversation under way. */
    private record Talk(Mechanism mechanism, String user, User known, byte[] salt, String said) {}

    private final List<Mechanism> mechanisms;
    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final Map<Channel, Talk> talks = new ConcurrentHashMap<>();
    private final Map<Channel, User> known = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();

    ScramBackend(Mechanism... mechanisms) {
        this.mechanisms = List.of(mechanisms);
    }

    /** From now on, only users are served. */
    void add(String source, String user, String password, boolean reads) {
        users.put(source + "." + user, new User(password, reads));
    }

    /** How many logins were right. */
    int accepted() {
        return accepted.get();
    }

    @Override
    public Document handleCommand(Channel channel, String database, String name, Document query) {
        Document answer = super.handleCommand(channel, database, name, query);
        if (query.containsKey("saslSupportedMechs")) {
            answer.append("saslSupportedMechs", mechanisms.stream().map(m -> m.title).toList());
        }
        return answer;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document command = message.getDocument();
        String name = command.keySet().iterator().next();
        Channel channel = message.getChannel();
        try {
            if (name.equals("saslStart")) {
                return started(channel, message.getDatabaseName(), command);
            }
            if (name.equals("saslContinue")) {
                return continued(channel, text(command));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        if (!users.isEmpty() && !FOR_ALL.contains(name)) {
            User user = known.get(channel);
            if (user == null || !user.reads()) {
                throw new MongoServerError(UNAUTHORIZED, "Unauthorized", "not authorized");
            }
        }
        return super.handleMessage(message);
    }

    private Document started(Channel channel, String source, Document command) {
        Mechanism mechanism =
                mechanisms.stream()
                        .filter(m -> m.title.equals(command.get("mechanism")))
                        .findFirst()
                        .orElseThrow(ScramBackend::failed);
        String bare = text(command).substring("n,,".length());
        String[] parts = bare.split(",", 2);
        String user = parts[0].substring("n=".length()).replace("=2C", ",").replace("=3D", "=");
        User found = users.get(source + "." + user);
        if (found == null) {
            throw failed();
        }
        byte[] salt = Arrays.copyOf(bytes(user + "-salt-and-more-salt-"), 28);
        String said =
                parts[1] + "server,s=" + Base64.getEncoder().encodeToString(salt) + ",i=" + ROUNDS;
        talks.put(channel, new Talk(mechanism, user, found, salt, bare + "," + said));
        return answer(said, false);
    }

    private Document continued(Channel channel, String last) throws GeneralSecurityException {
        Talk talk = talks.remove(channel);
        int proofAt = last.lastIndexOf(",p=");
        if (talk == null || proofAt < 0) {
            throw failed();
        }
        Mechanism mechanism = talk.mechanism();
        String all = talk.said() + "," + last.substring(0, proofAt);
        byte[] salted = mechanism.salted(talk.user(), talk.known().password(), talk.salt());
        byte[] stored = mechanism.digest(mechanism.mac(salted, "Client Key"));
        byte[] key = mechanism.mac(stored, all);
        byte[] proof = Base64.getDecoder().decode(last.substring(proofAt + ",p=".length()));
        for (int i = 0; i < key.length; i++) {
            key[i] ^= proof[i];
        }
        if (!Arrays.equals(mechanism.digest(key), stored)) {
            throw failed();
        }
        known.put(channel, talk.known());
        accepted.incrementAndGet();
        byte[] signature = mechanism.mac(mechanism.mac(salted, "Server Key"), all);
        return answer("v=" + Base64.getEncoder().encodeToString(signature), true);
    }

    private static Document answer(String payload, boolean done) {
        return new Document("conversationId", 1)
                .append("done", done)
                .append("payload", new BinData(bytes(payload)))
                .append("ok", 1.0);
    }

    private static MongoServerError failed() {
        return new MongoServerError(
                AUTHENTICATION_FAILED, "AuthenticationFailed", "Authentication failed.");
    }

    private static String text(Document command) {
        Object payload = command.get("payload");
        byte[] bytes = payload instanceof BinData data ? data.getData() : (byte[]) payload;
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void handleClose(Channel channel) {
        talks.remove(channel);
        known.remove(channel);
        super.handleClose(channel);
    }
}
