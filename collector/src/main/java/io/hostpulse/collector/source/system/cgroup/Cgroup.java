package io.hostpulse.collector.source.system.cgroup;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A group of cgroup v2, and those above it that can be seen: a limit holds for everything below.
 *
 * @param path its name, as /proc/self/cgroup has it
 * @param folder its files
 * @param top the folder of the highest group that can be seen
 */
record Cgroup(String path, Path folder, Path top) {

    /** The limiting group is where use and limit are compared; without a limit it is this one. */
    record Limit(Path folder, double amount) {}

    /** Takes a limit from its file; empty when it is {@code max}. */
    interface LimitText {
        Optional<Double> parse(TextCursor text) throws MalformedTextException;
    }

    /** The tightest limit of this group and those above; files that a group does not have limit nothing. */
    Optional<Limit> tightest(String file, LimitText parser) throws IOException {
        Optional<Limit> tightest = Optional.empty();
        for (Path each = folder; each != null && each.startsWith(top); each = each.getParent()) {
            Path path = each.resolve(file);
            Optional<Double> amount =
                    Files.exists(path) ? parser.parse(KernelFile.readOnce(path.toString())) : Optional.empty();
            if (amount.isPresent()
                    && (tightest.isEmpty() || amount.get() < tightest.get().amount())) {
                tightest = Optional.of(new Limit(each, amount.get()));
            }
        }
        return tightest;
    }

    /** {@code max}, or a number. */
    static Optional<Double> amount(TextCursor text) throws MalformedTextException {
        return text.accept("max") ? Optional.empty() : Optional.of((double) text.number());
    }

    /** {@code max 100000}, or how many microseconds of processor time there are in how many microseconds. */
    static Optional<Double> cores(TextCursor text) throws MalformedTextException {
        return text.accept("max") ? Optional.empty() : Optional.of((double) text.number() / text.number());
    }

    static TextCursor text(Path folder, String file) throws IOException {
        return KernelFile.readOnce(folder.resolve(file).toString());
    }
}
