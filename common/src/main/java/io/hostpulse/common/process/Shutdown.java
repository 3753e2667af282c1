package io.hostpulse.common.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Turns SIGTERM into an orderly end: the hook tells the process to stop, waits until it has drained, and then ends the JVM
 * with the process's own exit code, which a plain return from the hook would replace by 143.
 */
final class Shutdown {

    /** The supervisor kills after 5 s; ending by ourselves before that leaves time to say why. */
    private static final long PATIENCE_MILLIS = 4_500;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<ExitCode> exitCode = new AtomicReference<>(ExitCode.FAILED);

    void onSignal(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(stop), "shutdown"));
    }

    private void awaitEnd(Runnable stop) {
        stop.run();
        try {
            if (!ended.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                System.err.println("hostpulse: not drained within " + PATIENCE_MILLIS + " ms, ending anyway");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode.get().code());
    }

    void ended(ExitCode code) {
        exitCode.set(code);
        ended.countDown();
    }
}
