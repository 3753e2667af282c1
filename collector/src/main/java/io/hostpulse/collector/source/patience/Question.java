package io.hostpulse.collector.source.patience;

import java.io.IOException;

/**
 * Asks one of several things by its name. It may block for ever, and is called by several threads, but not for the same name at
 * the same time.
 *
 * @param <T> what is answered
 */
@FunctionalInterface
public interface Question<T> {

    /**
     * Asks.
     *
     * @param name whom
     * @return the answer
     * @throws IOException when it answers with an error; the message is for a person
     */
    T ask(String name) throws IOException;
}
