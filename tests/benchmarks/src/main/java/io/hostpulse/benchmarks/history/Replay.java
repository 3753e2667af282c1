package io.hostpulse.benchmarks.history;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Plays a recording again and again, never twice the same: what changed in the recording changes a little more, what grew goes
 * on to grow, and what stood still stands still. So that no codec profits from the repetition.
 */
final class Replay {

    /** A twentieth is about what a busy machine's figures differ by from one minute to the next. */
    private static final double SPREAD = 0.05;

    /** How one value behaved. */
    private static final class Behaviour {
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double first = Double.NaN;
        private double last = Double.NaN;
        private boolean grows = true;

        void see(double value) {
            grows &= Double.isNaN(last) || value >= last;
            first = Double.isNaN(first) ? value : first;
            last = value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }

        boolean isConstant() {
            return min == max;
        }
    }

    private final Recording recording;
    private final SplittableRandom random;
    private final Map<String, Behaviour> behaviours = new HashMap<>();

    Replay(Recording recording, long seed) {
        this.recording = recording;
        this.random = new SplittableRandom(seed);
        recording.samples().forEach(sample -> look("", sample));
    }

    private void look(String path, Value value) {
        if (value instanceof Value.Whole whole) {
            behaviour(path).see(whole.value());
        } else if (value instanceof Value.Real real) {
            behaviour(path).see(real.value());
        } else if (value instanceof Fields fields) {
            fields.values().forEach((name, child) -> look(path + "." + name, child));
        } else if (value instanceof Value.Sequence sequence) {
            for (int i = 0; i < sequence.values().size(); i++) {
                look(path + "." + i, sequence.values().get(i));
            }
        }
    }

    private Behaviour behaviour(String path) {
        return behaviours.computeIfAbsent(path, fresh -> new Behaviour());
    }

    /** The sample of a number, from 0. */
    Fields sample(long number) {
        int size = recording.samples().size();
        return (Fields) vary("", recording.samples().get((int) (number % size)), number / size);
    }

    private Value vary(String path, Value value, long pass) {
        if (value instanceof Value.Whole whole) {
            return new Value.Whole(whole(whole.value(), behaviour(path), pass));
        }
        if (value instanceof Value.Real real) {
            return new Value.Real(real(real.value(), behaviour(path), pass));
        }
        if (value instanceof Fields fields) {
            Fields.Builder varied = Fields.builder();
            fields.values().forEach((name, child) -> varied.put(name, vary(path + "." + name, child, pass)));
            return varied.build();
        }
        if (value instanceof Value.Sequence sequence) {
            List<Value> varied = new ArrayList<>(sequence.values().size());
            for (int i = 0; i < sequence.values().size(); i++) {
                varied.add(vary(path + "." + i, sequence.values().get(i), pass));
            }
            return new Value.Sequence(varied);
        }
        return value;
    }

    private long whole(long value, Behaviour behaviour, long pass) {
        return behaviour.isConstant() ? value : Math.round(moved(value, behaviour, pass));
    }

    // Sources give two decimals.
    private double real(double value, Behaviour behaviour, long pass) {
        return behaviour.isConstant() ? value : Math.round(moved(value, behaviour, pass) * 100) / 100.0;
    }

    private double moved(double value, Behaviour behaviour, long pass) {
        return behaviour.grows
                ? value + pass * (behaviour.last - behaviour.first)
                : value * (1 + SPREAD * (random.nextDouble() - random.nextDouble()));
    }
}
