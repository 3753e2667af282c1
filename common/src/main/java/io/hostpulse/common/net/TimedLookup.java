package io.hostpulse.common.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up on a thread of its own: the system's resolver knows no time-out, and one that hangs must hold up nobody. While it
 * hangs, later lookups fail in time too.
 */
final class TimedLookup implements AutoCloseable {

    private final NameLookup names;
    private final ExecutorService thread = SingleThreads.lookups();

    TimedLookup(NameLookup names) {
        this.names = names;
    }

    InetAddress[] lookup(String host, Countdown time) throws IOException {
        Future<InetAddress[]> addresses = thread.submit(() -> names.lookup(host));
        try {
            return addresses.get(time.millisLeft(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            addresses.cancel(true);
            throw new HttpFailureException("its name could not be looked up in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static HttpFailureException failure(Throwable cause) {
        return cause instanceof UnknownHostException
                ? new HttpFailureException("no address is known for this name", cause)
                : new HttpFailureException("its name could not be looked up: " + cause, cause);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
