package dev.fulgurite.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// The way to a server on this machine. It can be held up, cut and mended: whoever is at this end
/// sees what there is to see of a server that is stopped in the middle of an answer, and started
/// again at the same address.
final class CuttableLine implements AutoCloseable {

    private final ServerSocket door;
    private final int server;
    private final List<Socket> ends = new ArrayList<>();
    private volatile CountDownLatch answers = new CountDownLatch(0);
    private volatile boolean asked;
    private boolean cut;

    private CuttableLine(ServerSocket door, int server) {
        this.door = door;
        this.server = server;
    }

    static CuttableLine to(int server) throws IOException {
        ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        CuttableLine line = new CuttableLine(door, server);
        start(line::accept);
        return line;
    }

    int port() {
        return door.getLocalPort();
    }

    /// Questions go through; their answers wait.
    void holdAnswers() {
        asked = false;
        answers = new CountDownLatch(1);
    }

    /// Whether a question went through since answers are held up.
    boolean isAsked() {
        return asked;
    }

    /// Ends all connections, and every new one as soon as it is made.
    synchronized void cut() {
        cut = true;
        ends.forEach(CuttableLine::close);
        ends.clear();
        answers.countDown();
    }

    synchronized void mend() {
        cut = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private synchronized void connect(Socket client) throws IOException {
        if (cut) {
            client.close();
            return;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
        ends.add(client);
        ends.add(far);
        start(() -> pass(client, far, () -> asked = true));
        start(() -> pass(far, client, this::waitForAnswers));
    }

    private void waitForAnswers() {
        try {
            answers.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Passes on what comes until one end is closed.
    private static void pass(Socket from, Socket to, Runnable before) {
        byte[] some = new byte[8_192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                before.run();
                out.write(some, 0, count);
                out.flush();
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void start(Runnable body) {
        Thread.ofPlatform().daemon().name("cuttable-line").start(body);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
