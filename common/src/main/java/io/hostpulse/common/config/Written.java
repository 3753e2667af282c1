package io.hostpulse.common.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the file says, with its lines, before anybody asks what it means. */
sealed interface Written {

    /** Keys and what stands behind them, in the order of the file. */
    record Section(Map<String, Entry> entries) implements Written {

        static final Section EMPTY = new Section(Map.of());

        Optional<Entry> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }
    }

    /** A list. */
    record Items(List<Entry> entries) implements Written {}

    /** A single value, as text whatever its type: the type is the asker's business. */
    record Text(String text) implements Written {}

    /** A key without a value, as when everything below it is commented out. */
    record Nothing() implements Written {}

    /** Something whose problem was reported already: the default answers for it, silently. */
    record Broken() implements Written {}

    /** A value and the line, from 1, on which its key or its dash stands. */
    record Entry(int line, Written value) {}
}
