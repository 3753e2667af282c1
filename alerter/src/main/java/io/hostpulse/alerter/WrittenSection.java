package io.hostpulse.alerter;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A section that remembers what it answered. Two readings with the same answers mean the same, whatever was made of them: that is how a
 * handler is known to be unchanged, whose options only its own kind understands. Not thread-safe.
 */
final class WrittenSection implements ConfigNode {

    private final ConfigNode section;
    private final Map<String, Object> answers;

    WrittenSection(ConfigNode section) {
        this(section, new HashMap<>());
    }

    private WrittenSection(ConfigNode section, Map<String, Object> answers) {
        this.section = section;
        this.answers = answers;
    }

    /** What was answered so far, by path, those of sections below included; secrets among them do not print. */
    Map<String, Object> answers() {
        return Map.copyOf(answers);
    }

    private <T> T remember(String key, T answer) {
        answers.put(path() + "." + key, answer);
        return answer;
    }

    @Override
    public String path() {
        return section.path();
    }

    @Override
    public String text(String key, String defaultValue) {
        return remember(key, section.text(key, defaultValue));
    }

    @Override
    public Optional<String> optionalText(String key) {
        return remember(key, section.optionalText(key));
    }

    @Override
    public Optional<Secret> secret(String key) {
        return remember(key, section.secret(key));
    }

    @Override
    public Path path(String key, Path defaultValue) {
        return remember(key, section.path(key, defaultValue));
    }

    @Override
    public boolean flag(String key, boolean defaultValue) {
        return remember(key, section.flag(key, defaultValue));
    }

    @Override
    public int whole(String key, int defaultValue, int min, int max) {
        return remember(key, section.whole(key, defaultValue, min, max));
    }

    @Override
    public double real(String key, double defaultValue, double min, double max) {
        return remember(key, section.real(key, defaultValue, min, max));
    }

    @Override
    public Duration duration(String key, Duration defaultValue, Duration min, Duration max) {
        return remember(key, section.duration(key, defaultValue, min, max));
    }

    @Override
    public long size(String key, long defaultBytes, long minBytes, long maxBytes) {
        return remember(key, section.size(key, defaultBytes, minBytes, maxBytes));
    }

    @Override
    public List<String> texts(String key, List<String> defaultValue) {
        return remember(key, section.texts(key, defaultValue));
    }

    @Override
    public <E extends Enum<E>> E choice(String key, E defaultValue) {
        return remember(key, section.choice(key, defaultValue));
    }

    @Override
    public <E extends Enum<E>> Map<String, E> choices(String key, Class<E> words) {
        return remember(key, section.choices(key, words));
    }

    @Override
    public ConfigNode section(String key) {
        return new WrittenSection(section.section(key), answers);
    }

    @Override
    public void skip(String key) {
        section.skip(key);
    }

    @Override
    public List<String> keys() {
        return remember("", section.keys());
    }

    @Override
    public void problem(String key, String message) {
        section.problem(key, message);
    }
}
