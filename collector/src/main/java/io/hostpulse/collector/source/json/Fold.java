package io.hostpulse.collector.source.json;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;

/** What becomes of the values at the end of a path. */
enum Fold {
    /** The one value itself. */
    NONE {
        @Override
        Value of(List<Value> values) {
            return values.get(0);
        }
    },
    /** How many elements a list, or members an object, has. */
    LENGTH {
        @Override
        Value of(List<Value> values) throws NoSuchValueException {
            if (values.get(0) instanceof Value.Sequence list) {
                return new Value.Whole(list.values().size());
            }
            if (values.get(0) instanceof Fields object) {
                return new Value.Whole(object.values().size());
            }
            throw new NoSuchValueException("has no length: it is neither a list nor an object");
        }
    },
    /** The sum of numbers; 0 for an empty list, which is a true answer. */
    SUM {
        @Override
        Value of(List<Value> values) throws NoSuchValueException {
            if (values.stream().allMatch(Value.Whole.class::isInstance)) {
                return wholeSum(values);
            }
            double sum = 0;
            for (Value value : values) {
                sum += number(value);
            }
            return real(sum);
        }
    };

    /** Folds the values; at least one unless the path has {@code [*]}. */
    abstract Value of(List<Value> values) throws NoSuchValueException;

    private static Value wholeSum(List<Value> values) throws NoSuchValueException {
        try {
            long sum = 0;
            for (Value value : values) {
                sum = Math.addExact(sum, ((Value.Whole) value).value());
            }
            return new Value.Whole(sum);
        } catch (ArithmeticException e) {
            throw new NoSuchValueException("has a sum beyond 63 bits");
        }
    }

    private static Value real(double sum) throws NoSuchValueException {
        if (!Double.isFinite(sum)) {
            throw new NoSuchValueException("has a sum beyond 1.8e308");
        }
        return new Value.Real(sum);
    }

    private static double number(Value value) throws NoSuchValueException {
        if (value instanceof Value.Whole whole) {
            return whole.value();
        }
        if (value instanceof Value.Real real) {
            return real.value();
        }
        throw new NoSuchValueException("has no sum: not all of it are numbers");
    }
}
