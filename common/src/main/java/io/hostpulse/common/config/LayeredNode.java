package io.hostpulse.common.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A section whose keys may come from flags, the environment or the file. */
final class LayeredNode implements ConfigNode {

    private final KeyPath path;
    private final Written.Section written;
    private final Lookup lookup;
    private final Interpolation interpolation;
    private final AskedKeys asked;
    private final Problems problems;

    LayeredNode(KeyPath path, Written.Section written, Lookup lookup, AskedKeys asked, Problems problems) {
        this.path = path;
        this.written = written;
        this.lookup = lookup;
        this.interpolation = new Interpolation(lookup.environment());
        this.asked = asked;
        this.problems = problems;
        asked.open(path, written);
    }

    @Override
    public String path() {
        return path.toString();
    }

    @Override
    public String text(String key, String defaultValue) {
        return optionalText(key).orElse(defaultValue);
    }

    @Override
    public Optional<String> optionalText(String key) {
        return one(key, Given::text);
    }

    @Override
    public boolean flag(String key, boolean defaultValue) {
        return one(key, Words::flag).orElse(defaultValue);
    }

    @Override
    public int whole(String key, int defaultValue, int min, int max) {
        return one(key, Numbers.whole(min, max)).orElse(defaultValue);
    }

    @Override
    public double real(String key, double defaultValue, double min, double max) {
        return one(key, Numbers.real(min, max)).orElse(defaultValue);
    }

    @Override
    public Duration duration(String key, Duration defaultValue, Duration min, Duration max) {
        return one(key, Times.within(min, max)).orElse(defaultValue);
    }

    @Override
    public long size(String key, long defaultBytes, long minBytes, long maxBytes) {
        return one(key, Sizes.within(minBytes, maxBytes)).orElse(defaultBytes);
    }

    @Override
    public Path path(String key, Path defaultValue) {
        return one(key, Locations::parse)
                .orElseGet(() -> lookup.file().directory().resolve(defaultValue));
    }

    @Override
    public Optional<Secret> secret(String key) {
        Optional<Secret> direct = one(key, given -> new Secret(given.text()));
        Optional<Secret> fromFile = one(key + "_file", SecretFile::read);
        if (direct.isPresent() && fromFile.isPresent()) {
            problem(key + "_file", "stands beside '" + key + "', which says the same: keep one of them");
        }
        return direct.or(() -> fromFile);
    }

    @Override
    public List<String> texts(String key, List<String> defaultValue) {
        return find(key).map(found -> texts(key, found)).orElse(defaultValue);
    }

    private List<String> texts(String key, Found list) {
        return list.many().stream()
                .flatMap(item -> understand(item, key, Given::text).stream())
                .toList();
    }

    @Override
    public <E extends Enum<E>> E choice(String key, E defaultValue) {
        return one(key, Words.oneOf(defaultValue.getDeclaringClass())).orElse(defaultValue);
    }

    @Override
    public <E extends Enum<E>> Map<String, E> choices(String key, Class<E> words) {
        asked.value(path, key);
        LayeredNode names = section(key);
        Map<String, E> choices = new LinkedHashMap<>();
        for (String name : names.names(Function.identity())) {
            names.one(name, Words.oneOf(words)).ifPresent(choice -> choices.put(name, choice));
        }
        return choices;
    }

    @Override
    public LayeredNode section(String key) {
        asked.child(path, key);
        KeyPath child = path.child(key);
        if (lookup.overrides().find(child).isPresent()) {
            problems.add(new Origin.InFlag(), child, "is a section: set one of its keys");
        }
        Written.Section section =
                written.get(key).map(entry -> sectionIn(entry, child)).orElse(Written.Section.EMPTY);
        return new LayeredNode(child, section, lookup, asked, problems);
    }

    @Override
    public void skip(String key) {
        asked.skip(path.child(key));
    }

    @Override
    public List<String> keys() {
        return names(below -> KeyPath.parse(below).parts().get(0));
    }

    @Override
    public void problem(String key, String message) {
        asked.child(path, key);
        problems.add(origin(key), path.child(key), message);
    }

    private List<String> names(Function<String, String> nameIn) {
        Stream<String> inFlags = lookup.overrides().below(path).stream().map(nameIn);
        Set<String> names = new LinkedHashSet<>(written.entries().keySet());
        inFlags.forEach(names::add);
        return List.copyOf(names);
    }

    private Origin origin(String key) {
        Optional<Origin> inFile = written.get(key).map(entry -> lookup.inFile(entry.line()));
        return lookup.find(path.child(key), written.get(key))
                .map(Found::origin)
                .or(() -> inFile)
                .orElse(new Origin.Nowhere());
    }

    private Written.Section sectionIn(Written.Entry entry, KeyPath child) {
        if (entry.value() instanceof Written.Text || entry.value() instanceof Written.Items) {
            Origin origin = lookup.inFile(entry.line());
            problems.add(origin, child, "must be a section: write its keys below it, indented");
        }
        return entry.value() instanceof Written.Section section ? section : Written.Section.EMPTY;
    }

    private <T> Optional<T> one(String key, Parser<T> parser) {
        return find(key).flatMap(found -> understand(found, key, parser));
    }

    private Optional<Found> find(String key) {
        asked.value(path, key);
        return lookup.find(path.child(key), written.get(key));
    }

    private <T> Optional<T> understand(Found found, String key, Parser<T> parser) {
        try {
            return Optional.of(parser.parse(found.one(interpolation)));
        } catch (BadValueException bad) {
            problems.add(found.origin(), path.child(key), bad.getMessage());
            return Optional.empty();
        }
    }
}
