package io.hostpulse.collector.source.process;

import io.hostpulse.collector.source.process.mask.SecretMask;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what is told of a command line: without its secrets, and not all of it, or nothing.
 *
 * @param wanted whether command lines are told at all
 * @param mask hides the secrets
 */
record CommandLine(boolean wanted, SecretMask mask) {

    /** Java programs have class paths of kilobytes; this much of each of 20 processes is 10 KB. */
    static final int LONGEST = 512;

    /** What /proc/PID/cmdline holds: arguments, each with a 0 behind it, some programs more of them at the end. */
    static List<String> arguments(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        List<String> arguments = new ArrayList<>();
        for (int start = 0; start < end; ) {
            int stop = start;
            while (stop < end && bytes[stop] != 0) {
                stop++;
            }
            arguments.add(new String(bytes, start, stop - start, StandardCharsets.UTF_8));
            start = stop + 1;
        }
        return arguments;
    }

    Optional<Value> of(List<String> arguments) {
        return wanted ? Optional.of(new Value.Text(cut(mask.mask(arguments)))) : Optional.empty();
    }

    Optional<Value> missing(String reason) {
        return wanted ? Optional.of(new Value.Missing(reason)) : Optional.empty();
    }

    /** Only behind the mask: half of a secret might not be known as one. Never inside a pair of surrogates. */
    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
