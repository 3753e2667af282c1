package io.hostpulse.common.config;

import java.util.function.Consumer;

/** Finds expressions that other monitors would run, such as {@code function: "lambda: …"}, in sections nobody reads. */
final class Expressions {

    static final String KEY = "function";

    /** What to do instead. */
    static final String ADVICE =
            "an expression is not run here: ask a URL with a source of type http, run a program with"
                    + " type command, let a program leave a file for type textfile, or write a plugin (docs/PLUGINS.md)";

    private Expressions() {}

    /** One expression and its place. */
    record Found(KeyPath path, int line) {}

    static void in(KeyPath path, Written.Entry entry, Consumer<Found> found) {
        if (entry.value() instanceof Written.Section section) {
            section.entries().forEach((key, child) -> {
                if (key.equals(KEY)) {
                    found.accept(new Found(path.child(key), child.line()));
                }
                in(path.child(key), child, found);
            });
        }
    }
}
