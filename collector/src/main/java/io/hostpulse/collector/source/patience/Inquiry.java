package io.hostpulse.collector.source.patience;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One question on its way. A worker answers it, the reader waits for it and may come back for it at a later read.
 *
 * @param <T> what is answered
 */
final class Inquiry<T> {

    private final FutureTask<T> task;
    private final long askedAt;

    Inquiry(Callable<T> question, long askedAt) {
        this.task = new FutureTask<>(question);
        this.askedAt = askedAt;
    }

    Runnable work() {
        return task;
    }

    boolean isOver() {
        return task.isDone();
    }

    long ageAt(long now) {
        return now - askedAt;
    }

    void waitFor(long nanos) throws InterruptedException {
        try {
            task.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Both show when the answer is taken: the inquiry is not over, or over with an error.
            return;
        }
    }

    Answer<T> answerAt(long now) throws InterruptedException {
        if (!isOver()) {
            return new Answer.Unknown<>(
                    "no answer for " + Math.max(1, TimeUnit.NANOSECONDS.toSeconds(ageAt(now))) + " s");
        }
        try {
            return new Answer.Known<>(task.get());
        } catch (ExecutionException e) {
            return new Answer.Unknown<>(reason(e.getCause()));
        }
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.toString() : message;
    }
}
