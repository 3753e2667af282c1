package io.hostpulse.common.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A value in the strongest of the places that have it.
 *
 * @param written the value
 * @param origin the place
 * @param base what a relative path in it is relative to
 */
record Found(Written written, Origin origin, Path base) {

    Given one(Interpolation interpolation) {
        if (written instanceof Written.Text text) {
            return given(text.text(), interpolation);
        }
        if (written instanceof Written.Nothing) {
            throw new BadValueException("no value: write one, or remove the key to get the default");
        }
        throw new BadValueException(
                written instanceof Written.Items
                        ? "must be one value, not a list"
                        : "must be one value, not a section");
    }

    List<Found> many() {
        if (written instanceof Written.Items items) {
            return items.entries().stream()
                    .map(this::item)
                    .filter(Found::isUsable)
                    .toList();
        }
        return written instanceof Written.Text text && !inFile() ? split(text.text()) : List.of(this);
    }

    boolean isUsable() {
        return !(written instanceof Written.Broken);
    }

    private Found item(Written.Entry entry) {
        Origin line = origin instanceof Origin.InFile in ? new Origin.InFile(in.file(), entry.line()) : origin;
        return new Found(entry.value(), line, base);
    }

    // A flag or a variable has no other way to say more than one thing.
    private List<Found> split(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> new Found(new Written.Text(part), origin, base))
                .toList();
    }

    // The shell has already interpolated what comes from a flag or a variable.
    private Given given(String text, Interpolation interpolation) {
        return new Given(inFile() ? interpolation.resolve(text) : text, text, base);
    }

    private boolean inFile() {
        return origin instanceof Origin.InFile;
    }
}
