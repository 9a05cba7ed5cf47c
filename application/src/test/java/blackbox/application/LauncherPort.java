package blackbox.application;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Speaks to a running application as a second launcher does, over the port its lock file names, but
 * without a second Java machine: an answer takes milliseconds where a launcher takes seconds. What
 * the launcher itself does with the same words is tested once, with the real one.
 */
record LauncherPort(Path userFolder) {

    private static final int KEY_BYTES = 10;

    /** As long as the launcher itself waits; a call while the application starts may get lost. */
    private static final int PATIENCE_MILLIS = 5_000;

    private static final int REFUSED = 0;
    private static final int ACCEPTED = 1;
    private static final int ENDED = 2;
    private static final int WAITING = 3;
    private static final int READS = 10;
    private static final int WRITES = 11;
    private static final int AVAILABLE = 12;
    private static final int ERRORS = 13;

    /**
     * Hands over a command line.
     *
     * @param folder the folder it is called from
     * @param arguments the words
     * @return what the application printed
     * @throws IOException if nothing runs, or it ends with another code than 0
     */
    String call(Path folder, String... arguments) throws IOException {
        byte[] lock = Files.readAllBytes(userFolder.resolve("lock"));
        DataInputStream described = new DataInputStream(new java.io.ByteArrayInputStream(lock));
        int port = described.readInt();
        byte[] key = described.readNBytes(KEY_BYTES);
        try (Socket socket = connect(port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(key);
            return converse(socket, folder, arguments);
        }
    }

    /** The application listens on one of the two addresses this machine has for itself. */
    private static Socket connect(int port) throws IOException {
        IOException refused = new IOException("no address of this machine");
        for (String name : new String[] {"::1", "127.0.0.1"}) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(InetAddress.getByName(name), port));
                return socket;
            } catch (IOException e) {
                socket.close();
                refused = e;
            }
        }
        throw refused;
    }

    private static String converse(Socket socket, Path folder, String... arguments)
            throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        while (true) {
            int reply = in.read();
            switch (reply) {
                case ACCEPTED -> {
                    out.writeInt(arguments.length);
                    for (String argument : arguments) {
                        out.writeUTF(argument);
                    }
                    out.writeUTF(folder.toString());
                    out.flush();
                }
                case WRITES, ERRORS -> printed.writeBytes(in.readNBytes(in.readInt()));
                case READS -> {
                    in.readInt();
                    out.writeInt(0);
                }
                case AVAILABLE -> out.writeInt(0);
                case ENDED -> {
                    int code = in.readInt();
                    String text = printed.toString(StandardCharsets.UTF_8);
                    if (code != 0) {
                        throw new IOException(Arrays.toString(arguments) + " = " + code + text);
                    }
                    return text;
                }
                case WAITING -> {}
                case REFUSED -> throw new IOException("refused");
                default -> throw new IOException("reply " + reply);
            }
        }
    }
}
