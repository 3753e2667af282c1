package io.hostpulse.alerter.notify.email;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server on this machine that takes mail as RFC 5321 says, encrypts, wants a login, and misbehaves as the test wants. */
final class StubMailServer implements AutoCloseable {

    /** What it does instead of its usual answer. */
    interface Behaviour {

        /** Answers, or not. */
        void act(Line line) throws IOException;
    }

    /** A message as it was taken: for whom, and its bytes, one character each. */
    record Taken(String sender, List<String> recipients, String data) {}

    private final ServerSocket socket;
    private final Optional<SSLContext> tls;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Behaviour> script = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile String extensions = "";
    private volatile Optional<String> login = Optional.empty();

    private StubMailServer(ServerSocket socket, Optional<SSLContext> tls) {
        this.socket = socket;
        this.tls = tls;
        threads.execute(this::accept);
    }

    /** Speaks plain text only. */
    static StubMailServer plain() {
        return new StubMailServer(listen(), Optional.empty());
    }

    /** Offers STARTTLS. */
    static StubMailServer startTls(SSLContext tls) {
        StubMailServer server = new StubMailServer(listen(), Optional.of(tls));
        server.extensions = "STARTTLS";
        return server;
    }

    /** Encrypts from the first byte. */
    static StubMailServer implicitTls(SSLContext tls) {
        try {
            return new StubMailServer(
                    tls.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress()),
                    Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** All that was said to it, line by line, without messages. */
    List<String> commands() {
        return commands;
    }

    List<Taken> taken() {
        return taken;
    }

    /** From now on only who says this may send. */
    void requireLogin(String username, String password) {
        login = Optional.of(username + "\0" + password);
    }

    /** From now on it answers so to lines that begin like this; "" is the connection, "." the end of a message. */
    void answer(String beginning, String answer) {
        behave(beginning, line -> line.say(answer));
    }

    void behave(String beginning, Behaviour behaviour) {
        script.put(beginning.toUpperCase(Locale.ROOT), behaviour);
    }

    /** From now on it is as it was at first. */
    void mend() {
        script.clear();
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket accepted = socket.accept();
                threads.execute(() -> serve(accepted));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket accepted) {
        try (accepted) {
            new Line(this, accepted).converse();
        } catch (IOException clientHasGone) {
            // Which is what many of these tests are about.
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection. */
    static final class Line {

        private final StubMailServer server;
        private Socket socket;
        private boolean isEncrypted;
        private boolean isLoggedIn;
        private String sender = "";
        private final List<String> recipients = new ArrayList<>();

        private Line(StubMailServer server, Socket socket) {
            this.server = server;
            this.socket = socket;
        }

        void say(String text) throws IOException {
            socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        /** Does nothing until the client has gone. */
        void hang() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                // Whatever else it sends.
            }
            throw new EOFException();
        }

        /** Breaks the connection so that the client notices. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
            throw new EOFException();
        }

        private void converse() throws IOException {
            react("", () -> say("220 stub"));
            while (true) {
                String command = read();
                server.commands.add(command);
                react(command, () -> obey(command));
                if (command.equalsIgnoreCase("QUIT")) {
                    return;
                }
            }
        }

        private void react(String command, Step usual) throws IOException {
            Optional<Behaviour> scripted = server.script.entrySet().stream()
                    .filter(entry -> entry.getKey().isEmpty()
                            ? command.isEmpty()
                            : command.toUpperCase(Locale.ROOT).startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
            if (scripted.isPresent()) {
                scripted.get().act(this);
            } else {
                usual.take();
            }
        }

        private void obey(String command) throws IOException {
            switch (command.toUpperCase(Locale.ROOT).split("[ :]", 2)[0]) {
                case "EHLO" -> hello();
                case "STARTTLS" -> encrypt();
                case "AUTH" -> logIn(command);
                case "MAIL" -> from(command);
                case "RCPT" -> to(command);
                case "DATA" -> data();
                case "QUIT" -> say("221 bye");
                case "RSET", "NOOP" -> say("250 ok");
                default -> say("502 what?");
            }
        }

        private void hello() throws IOException {
            StringBuilder answer = new StringBuilder("250-stub\r\n");
            if (!isEncrypted && !server.extensions.isEmpty()) {
                answer.append("250-").append(server.extensions).append("\r\n");
            }
            if (server.login.isPresent()) {
                answer.append("250-AUTH CRAM-MD5 LOGIN PLAIN\r\n");
            }
            say(answer + "250 SIZE 1000000");
        }

        private void encrypt() throws IOException {
            say("220 go ahead");
            SSLSocket secure = (SSLSocket)
                    server.tls.orElseThrow().getSocketFactory().createSocket(socket, "stub", server.port(), true);
            secure.setUseClientMode(false);
            secure.startHandshake();
            socket = secure;
            isEncrypted = true;
        }

        private void logIn(String command) throws IOException {
            String said = new String(
                    Base64.getDecoder().decode(command.substring(command.lastIndexOf(' ') + 1)),
                    StandardCharsets.UTF_8);
            isLoggedIn = said.substring(said.indexOf('\0') + 1).equals(server.login.orElseThrow());
            say(isLoggedIn ? "235 welcome" : "535 5.7.8 who is " + command + "? " + said.replace('\0', ' '));
        }

        private void from(String command) throws IOException {
            if (server.login.isPresent() && !isLoggedIn) {
                say("530 5.7.0 Authentication required");
                return;
            }
            sender = inBrackets(command);
            recipients.clear();
            say("250 ok");
        }

        private void to(String command) throws IOException {
            recipients.add(inBrackets(command));
            say("250 ok");
        }

        private static String inBrackets(String command) {
            return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
        }

        private void data() throws IOException {
            say("354 go on");
            StringBuilder data = new StringBuilder();
            for (String line = read(); !line.equals("."); line = read()) {
                data.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
            react(".", () -> {
                server.taken.add(new Taken(sender, List.copyOf(recipients), data.toString()));
                say("250 2.0.0 Ok: queued as 4WxYz");
            });
        }

        /** A line as it came; one that does not end with CR LF is a mistake of the client. */
        private String read() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = socket.getInputStream().read();
                    b != '\n';
                    b = socket.getInputStream().read()) {
                if (b < 0) {
                    throw new EOFException();
                }
                line.write(b);
            }
            String text = line.toString(StandardCharsets.ISO_8859_1);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text + "<bare line feed>";
        }

        /** What is done when nothing else was wanted. */
        private interface Step {
            void take() throws IOException;
        }
    }
}
