package io.hostpulse.broker.subscription;

import io.hostpulse.broker.json.FieldFilter;
import io.hostpulse.broker.json.FieldPath;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.text.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which streams a subscription is about, and what of each. Thread-safe. */
public final class Selection {

    private final List<Glob> streams;
    private final List<String> except;
    private final List<Wanted> fields;
    private final Map<StreamName, Part> known = new ConcurrentHashMap<>();

    /** A field of a stream. */
    private record Wanted(Glob stream, FieldPath path) {

        static Wanted parse(String text) {
            int dot = text.indexOf('.');
            if (dot <= 0) {
                throw new IllegalArgumentException("it needs a stream's name, a dot, and a field");
            }
            return new Wanted(new Glob(text.substring(0, dot)), FieldPath.parse(text.substring(dot + 1)));
        }
    }

    /** What of one stream. */
    private record Part(boolean isWanted, Optional<FieldFilter> filter) {}

    /**
     * Prepares a subscription's selection.
     *
     * @param subscription the subscription
     * @throws IllegalArgumentException when a field's path is none
     */
    public Selection(Subscription subscription) {
        streams = subscription.streams().stream().map(Glob::new).toList();
        except = subscription.except();
        fields = subscription.fields().stream().map(Wanted::parse).toList();
    }

    /**
     * Tells whether a stream is wanted, wholly or in part.
     *
     * @param stream the stream
     * @return whether it is
     */
    public boolean includes(StreamName stream) {
        return part(stream).isWanted();
    }

    /**
     * Tells what of a stream is wanted.
     *
     * @param stream a stream that is included
     * @return what picks the wanted fields; empty when all are
     */
    public Optional<FieldFilter> filter(StreamName stream) {
        return part(stream).filter();
    }

    private Part part(StreamName stream) {
        return known.computeIfAbsent(stream, this::partOf);
    }

    private Part partOf(StreamName stream) {
        String name = stream.value();
        if (!except.contains(name) && streams.stream().anyMatch(glob -> glob.matches(name))) {
            return new Part(true, Optional.empty());
        }
        List<FieldPath> paths = new ArrayList<>();
        for (Wanted field : fields) {
            if (field.stream().matches(name)) {
                paths.add(field.path());
            }
        }
        return paths.isEmpty()
                ? new Part(false, Optional.empty())
                : new Part(true, Optional.of(new FieldFilter(paths)));
    }
}
