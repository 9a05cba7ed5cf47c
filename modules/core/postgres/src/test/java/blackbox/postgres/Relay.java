package blackbox.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a client and the server, and cuts their connection at a word of the client. */
final class Relay implements AutoCloseable {

    /** When the connection is cut. */
    enum Cut {
        /** The server never hears the word. */
        BEFORE,
        /** It has heard it and has answered, which the client does not hear. */
        AFTER
    }

    private record Order(String word, Cut cut, boolean forGood) {}

    private final ServerSocket door;
    private final int server;
    private final AtomicReference<Order> order = new AtomicReference<>();
    private volatile boolean shut;

    Relay(int server) throws IOException {
        this.server = server;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Cuts once. */
    void cutAt(String word, Cut cut) {
        order.set(new Order(word, cut, false));
    }

    /** Cuts, and lets nobody through until it is opened. */
    void cutForGoodAt(String word, Cut cut) {
        order.set(new Order(word, cut, true));
    }

    void open() {
        shut = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (shut) {
                    client.close();
                    continue;
                }
                Socket to = new Socket(InetAddress.getLoopbackAddress(), server);
                daemon(() -> talk(client, to));
                daemon(() -> answer(to, client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client, Socket to) {
        try (client;
                to) {
            InputStream in = client.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] block = new byte[1 << 16];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                Order now = order.get();
                String said = new String(block, 0, n, StandardCharsets.ISO_8859_1);
                if (now != null && said.contains(now.word()) && order.compareAndSet(now, null)) {
                    shut = now.forGood();
                    if (now.cut() == Cut.AFTER) {
                        client.shutdownOutput();
                        out.write(block, 0, n);
                        out.flush();
                        Thread.sleep(200);
                    }
                    return;
                }
                out.write(block, 0, n);
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            // one side is gone, and so is the other
        }
    }

    private static void answer(Socket from, Socket client) {
        try (from;
                client) {
            from.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // one side is gone, and so is the other
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
