package io.hostpulse.collector.source.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;

/** Asks questions, each over a connection of its own, and follows redirects where that is allowed. Used by one thread. */
final class HttpClient implements AutoCloseable {

    static final int MAX_REDIRECTS = 5;

    private final Dialer dialer;
    private final HttpLimits limits;
    private final LongSupplier nanoTime;
    private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(1, HttpClient::alarmThread);

    HttpClient(Dialer dialer, HttpLimits limits, LongSupplier nanoTime) {
        this.dialer = dialer;
        this.limits = limits;
        this.nanoTime = nanoTime;
        alarms.setRemoveOnCancelPolicy(true);
    }

    private static Thread alarmThread(Runnable work) {
        Thread thread = new Thread(work, "http-alarm");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Asks, and asks on where the answer points.
     *
     * @throws HttpFailureException when there is no complete answer; the message begins with who was asked
     */
    HttpAnswer ask(HttpQuestion question) throws HttpFailureException {
        try (Countdown time = new Countdown(limits.timeout(), alarms, nanoTime)) {
            HttpQuestion asked = question;
            HttpAnswer answer = exchange(asked, time);
            for (int i = 0; limits.followRedirects() && Redirection.isOne(answer); i++) {
                if (i == MAX_REDIRECTS) {
                    throw new HttpFailureException(
                            question.target() + ": redirected more than " + MAX_REDIRECTS + " times");
                }
                asked = next(asked, answer);
                answer = exchange(asked, time);
            }
            return answer;
        }
    }

    private static HttpQuestion next(HttpQuestion asked, HttpAnswer answer) throws HttpFailureException {
        try {
            return Redirection.next(asked, answer);
        } catch (HttpFailureException e) {
            throw new HttpFailureException(asked.target() + ": " + e.getMessage(), e);
        }
    }

    private HttpAnswer exchange(HttpQuestion question, Countdown time) throws HttpFailureException {
        try (Socket socket = dialer.dial(question.target(), time)) {
            socket.getOutputStream().write(question.bytes());
            InputStream in = new BufferedInputStream(socket.getInputStream());
            return new AnswerReader(in, limits.maxBody()).read(question.method());
        } catch (IOException e) {
            String reason = time.isOver() ? late(limits.timeout()) : reason(e);
            throw new HttpFailureException(question.target() + ": " + reason, e);
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
    }
}
