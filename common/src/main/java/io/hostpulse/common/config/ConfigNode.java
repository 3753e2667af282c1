package io.hostpulse.common.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One section of the configuration, read key by key. Every question names its default, so that a missing key and an empty
 * file are the same thing; every wrong answer is remembered with its file, line and path, and reading goes on with the
 * default, so that all problems are reported at once. Keys that nobody asked for are problems too. Not thread-safe.
 */
public interface ConfigNode {

    /**
     * Tells where this section is.
     *
     * @return the path from the root, for example {@code sources.disk}; empty for the root
     */
    String path();

    /**
     * Asks for a text.
     *
     * @param key the key in this section
     * @param defaultValue used when the key is absent
     * @return the text
     */
    String text(String key, String defaultValue);

    /**
     * Asks for a text that need not be there.
     *
     * @param key the key in this section
     * @return the text, unless the key is absent
     */
    Optional<String> optionalText(String key);

    /**
     * Asks for a secret, which is written as {@code key}, or stands in a file named by {@code key_file}; a newline at the
     * end of that file is not part of it. Both at once, or a file that cannot be read or is empty, is a problem.
     *
     * @param key the key in this section, without {@code _file}
     * @return the secret, unless both keys are absent
     */
    Optional<Secret> secret(String key);

    /**
     * Asks for a file or directory. A relative path in the file is relative to the file's own directory, one in a flag or
     * a variable to the working directory.
     *
     * @param key the key in this section
     * @param defaultValue used when the key is absent; if relative, then to the directory of the file
     * @return the path, without {@code .} and {@code ..}
     */
    Path path(String key, Path defaultValue);

    /**
     * Asks for yes or no.
     *
     * @param key the key in this section
     * @param defaultValue used when the key is absent
     * @return the answer
     */
    boolean flag(String key, boolean defaultValue);

    /**
     * Asks for a whole number.
     *
     * @param key the key in this section
     * @param defaultValue used when the key is absent
     * @param min the smallest value allowed
     * @param max the largest value allowed
     * @return the number
     */
    int whole(String key, int defaultValue, int min, int max);

    /**
     * Asks for a number that may have a fraction.
     *
     * @param key the key in this section
     * @param defaultValue used when the key is absent
     * @param min the smallest value allowed
     * @param max the largest value allowed
     * @return the number; always finite
     */
    double real(String key, double defaultValue, double min, double max);

    /**
     * Asks for a length of time, written like {@code 500ms}, {@code 5s}, {@code 10m}, {@code 24h}, {@code 7d}.
     *
     * @param key the key in this section
     * @param defaultValue used when the key is absent
     * @param min the shortest time allowed
     * @param max the longest time allowed
     * @return the time
     */
    Duration duration(String key, Duration defaultValue, Duration min, Duration max);

    /**
     * Asks for an amount of data, written like {@code 512B}, {@code 64KB}, {@code 16MB}, {@code 2GB}; a KB is 1024 bytes.
     *
     * @param key the key in this section
     * @param defaultBytes used when the key is absent
     * @param minBytes the smallest amount allowed
     * @param maxBytes the largest amount allowed
     * @return the amount in bytes
     */
    long size(String key, long defaultBytes, long minBytes, long maxBytes);

    /**
     * Asks for a list of texts.
     *
     * @param key the key in this section
     * @param defaultValue used when the key is absent
     * @return the texts; a single text counts as a list of one, and in a flag or a variable commas separate them
     */
    List<String> texts(String key, List<String> defaultValue);

    /**
     * Asks for one of a few words: the constants of an enumeration, in lower case with {@code -} for {@code _}.
     *
     * @param <E> the enumeration
     * @param key the key in this section
     * @param defaultValue used when the key is absent
     * @return the choice
     */
    <E extends Enum<E>> E choice(String key, E defaultValue);

    /**
     * Asks for a section whose keys are names chosen by the user, dots included, and whose values are words as in {@link
     * #choice}.
     *
     * @param <E> the enumeration
     * @param key the key of that section in this one
     * @param words the enumeration
     * @return the choices by name, in the order of the file; empty when the section is absent
     */
    <E extends Enum<E>> Map<String, E> choices(String key, Class<E> words);

    /**
     * Asks for a section below this one; an absent one answers every question with its default.
     *
     * @param key the key in this section
     * @return the section
     */
    ConfigNode section(String key);

    /**
     * Declares that a section below this one is known but read by somebody else: nothing in it is checked here.
     *
     * @param key the key of that section in this one
     */
    void skip(String key);

    /**
     * Lists the keys that are written here, for sections whose keys are names chosen by the user. The environment adds
     * none, since a variable's name does not tell the key.
     *
     * @return the keys in the order of the file, then those of flags
     */
    List<String> keys();

    /**
     * Reports a problem that only the asker can see, such as two options that exclude each other.
     *
     * @param key the key in this section that is to blame
     * @param message what is wrong and what to do
     */
    void problem(String key, String message);
}
