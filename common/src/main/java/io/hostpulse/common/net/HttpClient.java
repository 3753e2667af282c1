package io.hostpulse.common.net;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;

/**
 * Asks questions, each over a connection of its own, and follows redirects where that is allowed. No proxy of the environment is used.
 * Used by one thread.
 */
public final class HttpClient implements AutoCloseable {

    private final Dialer dialer;
    private final HttpLimits limits;
    private final Redirects redirects;
    private final LongSupplier nanoTime;
    private final ScheduledThreadPoolExecutor alarms = SingleThreads.alarms();

    /**
     * Makes a client; it connects to nothing yet.
     *
     * @param dialer what connects; it is closed with the client
     * @param limits how far each question may go
     * @param redirects what is asked when an answer points elsewhere
     * @param nanoTime a clock that never goes back, nanoseconds
     */
    public HttpClient(Dialer dialer, HttpLimits limits, Redirects redirects, LongSupplier nanoTime) {
        this.dialer = dialer;
        this.limits = limits;
        this.redirects = redirects;
        this.nanoTime = nanoTime;
    }

    /**
     * Asks, and asks on where the answer points.
     *
     * @param request what is asked
     * @return the answer
     * @throws HttpFailureException when there is no usable answer; the message begins with who was asked
     */
    public HttpAnswer ask(HttpRequest request) throws HttpFailureException {
        try (Countdown time = new Countdown(limits.timeout(), alarms, nanoTime)) {
            HttpRequest asked = request;
            HttpAnswer answer = exchange(asked, time);
            for (int followed = 0; ; followed++) {
                Optional<HttpRequest> next = next(asked, answer);
                if (next.isEmpty()) {
                    return answer;
                }
                if (followed == redirects.most()) {
                    throw new HttpFailureException(
                            request.target() + ": redirected more than " + redirects.most() + " times");
                }
                asked = next.get();
                answer = exchange(asked, time);
            }
        }
    }

    private Optional<HttpRequest> next(HttpRequest asked, HttpAnswer answer) throws HttpFailureException {
        try {
            return redirects.next(asked, answer);
        } catch (HttpFailureException e) {
            throw new HttpFailureException(asked.target() + ": " + e.getMessage(), e);
        }
    }

    private HttpAnswer exchange(HttpRequest request, Countdown time) throws HttpFailureException {
        try (Socket socket = dialer.dial(request.target(), time, limits.connectTimeout())) {
            Optional<IOException> unsent = send(socket, request.bytes());
            return receive(socket, request.method(), unsent);
        } catch (IOException e) {
            String reason = time.isOver() ? late(limits.timeout()) : reason(e);
            throw new HttpFailureException(request.target() + ": " + reason, e);
        }
    }

    /** Whoever answers before it has read everything, as with 413, may close the connection: then its answer says more. */
    private static Optional<IOException> send(Socket socket, byte[] request) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private HttpAnswer receive(Socket socket, String method, Optional<IOException> unsent) throws IOException {
        try {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            return new AnswerReader(in, limits.maxBody(), limits.needsBody()).read(method);
        } catch (IOException e) {
            throw unsent.orElse(e);
        }
    }

    private static String late(Duration timeout) {
        return "no complete answer within " + timeout.toMillis() + " ms";
    }

    private static String reason(IOException e) {
        if (e instanceof HttpFailureException) {
            return e.getMessage();
        }
        if (e instanceof SSLException) {
            return "TLS failed: " + text(e);
        }
        if (e instanceof EOFException) {
            return "the connection was closed before the answer was complete";
        }
        if (e instanceof SocketTimeoutException) {
            return "no connection in time";
        }
        return (e instanceof ConnectException ? "no connection: " : "the connection broke: ") + text(e);
    }

    private static String text(IOException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.contains("PKIX") ? message + "; an authority of your own is named with 'ca_file'" : message;
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        dialer.close();
    }
}
