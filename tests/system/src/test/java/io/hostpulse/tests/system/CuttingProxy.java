package io.hostpulse.tests.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between clients and a broker, and cuts each connection after a random number of bytes: in the middle of a handshake, of a frame or
 * of a replay. Every third one with a reset, in which what was on the way is lost as well. When it has cut often enough it lets
 * connections live.
 */
final class CuttingProxy implements AutoCloseable {

    private static final int MOST_BYTES = 60_000;
    private static final int FEW_BYTES = 600;
    private static final int BUFFER = 1024;

    private final ServerSocket server;
    private final int target;
    private final Random random;
    private final AtomicInteger left;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    CuttingProxy(int target, int cuts, Random random) throws IOException {
        this.target = target;
        this.random = random;
        left = new AtomicInteger(cuts);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI websocket() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** How many connections will still be cut. */
    int left() {
        return Math.max(0, left.get());
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                sockets.add(client);
                threads.execute(() -> join(client));
            }
        } catch (IOException e) {
            closeAll(); // this proxy was closed
        }
    }

    private void join(Socket client) {
        try {
            Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(broker);
            threads.execute(() -> pump(client, broker, Long.MAX_VALUE));
            pump(broker, client, budget());
        } catch (IOException e) {
            close(client); // the broker is away, as far as the client can see
        }
    }

    private synchronized long budget() {
        if (left.getAndDecrement() <= 0) {
            return Long.MAX_VALUE;
        }
        return random.nextInt(random.nextInt(4) == 0 ? FEW_BYTES : MOST_BYTES);
    }

    private void pump(Socket from, Socket to, long budget) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            long rest = budget;
            for (int read = in.read(buffer); read >= 0 && rest > 0; read = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(read, rest));
                rest -= read;
            }
            if (rest <= 0 && left.get() % 3 == 0) {
                to.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            // the other direction was cut
        } finally {
            close(from);
            close(to);
        }
    }

    private void close(Socket socket) {
        try {
            sockets.remove(socket);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closeAll() {
        sockets.forEach(this::close);
    }

    @Override
    public void close() throws IOException {
        server.close();
        closeAll();
        threads.shutdownNow();
    }
}
