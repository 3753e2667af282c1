package io.hostpulse.collector.source;

import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A section of the configuration in which nothing is written but some lists: other answers are the default. */
final class DefaultConfig implements ConfigNode {

    final List<String> problems = new ArrayList<>();
    private final Map<String, List<String>> lists;

    DefaultConfig() {
        this(Map.of());
    }

    DefaultConfig(Map<String, List<String>> lists) {
        this.lists = lists;
    }

    @Override
    public String path() {
        return "sources.example";
    }

    @Override
    public String text(String key, String defaultValue) {
        return defaultValue;
    }

    @Override
    public boolean flag(String key, boolean defaultValue) {
        return defaultValue;
    }

    @Override
    public int whole(String key, int defaultValue, int min, int max) {
        return defaultValue;
    }

    @Override
    public Duration duration(String key, Duration defaultValue, Duration min, Duration max) {
        return defaultValue;
    }

    @Override
    public long size(String key, long defaultBytes, long minBytes, long maxBytes) {
        return defaultBytes;
    }

    @Override
    public List<String> texts(String key, List<String> defaultValue) {
        return lists.getOrDefault(key, defaultValue);
    }

    @Override
    public <E extends Enum<E>> E choice(String key, E defaultValue) {
        return defaultValue;
    }

    @Override
    public ConfigNode section(String key) {
        return this;
    }

    @Override
    public List<String> keys() {
        return List.of();
    }

    @Override
    public void problem(String key, String message) {
        problems.add(key + ": " + message);
    }
}
