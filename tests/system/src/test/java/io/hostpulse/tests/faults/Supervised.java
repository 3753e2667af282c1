package io.hostpulse.tests.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Starts a child again when it ends by a fault, as the supervisor would. Used by one thread. */
final class Supervised implements AutoCloseable {

    /** More would be a crash loop. */
    private static final int ENOUGH = 8;

    private final String name;
    private final Supplier<Child> start;
    private final List<String> ends = new ArrayList<>();
    private Child child;

    Supervised(String name, Supplier<Child> start) {
        this.name = name;
        this.start = start;
        this.child = start.get();
    }

    Child child() {
        return child;
    }

    /** Looks after it. */
    void look() {
        if (!child.isAlive() && ends.size() < ENOUGH) {
            int code = child.awaitExit(Trial.LIMIT);
            if (code != 0) {
                ends.add("exit " + code + " " + firstLine(child.errors()));
                child = start.get();
            }
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** How its faulty lives ended; empty when it had none. */
    String ends() {
        return ends.isEmpty() ? "" : name + " ended " + ends.size() + " times: " + ends.get(0);
    }

    @Override
    public void close() {
        child.close();
    }
}
