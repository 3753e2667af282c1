package io.hostpulse.common.queue;

import io.hostpulse.common.queue.RollFileReader.Found;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds where a tail begins, reading as little as possible: by halves over the files, then over one of them. */
final class TailStart {

    /** Reading through so many bytes is one system call, as is every probe. */
    private static final long NEAR = 64 * 1024;

    private static final long NOWHERE = -1;

    private final RollFiles files;

    TailStart(RollFiles files) {
        this.files = files;
    }

    /** Opens the oldest file. */
    Optional<RollFileReader> oldest() throws IOException {
        List<RollFile> all = files.list();
        return all.isEmpty() ? Optional.empty() : Optional.of(new RollFileReader(all.get(0)));
    }

    /** Opens the newest file behind its newest record. */
    Optional<RollFileReader> newest() throws IOException {
        List<RollFile> all = files.list();
        return all.isEmpty() ? Optional.empty() : Optional.of(skip(all.get(all.size() - 1), record -> true));
    }

    /** Opens the file with the record that has {@code count - 1} behind it, at that record. */
    Optional<RollFileReader> last(int count) throws IOException {
        List<RollFile> all = files.list();
        int missing = count;
        for (int i = all.size() - 1; i >= 0; i--) {
            Deque<Long> offsets = lastOffsets(all.get(i), missing);
            if (offsets.size() == missing || i == 0) {
                RollFileReader reader = new RollFileReader(all.get(i));
                // With fewer records than asked for, everything is shown, also the damage before the first.
                reader.moveTo(offsets.size() < missing ? 0 : offsets.getFirst());
                return Optional.of(reader);
            }
            missing -= offsets.size();
        }
        return Optional.empty();
    }

    /** The file's header tells where the newest one is, and a few are near it; only where neither holds is the whole file read. */
    private static Deque<Long> lastOffsets(RollFile file, int count) throws IOException {
        Deque<Long> offsets = lastOffsets(file, count, newestOffset(file));
        if (offsets.size() < count) {
            offsets = lastOffsets(file, count, placeBefore(file, record -> true));
        }
        return offsets.size() < count ? lastOffsets(file, count, 0) : offsets;
    }

    /** Where the newest record begins, or one shortly before it; nowhere when the header is wrong or tells nothing. */
    private static long newestOffset(RollFile file) throws IOException {
        try (RollFileReader probe = RollFileReader.thorough(file)) {
            probe.moveTo(probe.newestOffset());
            return probe.newestOffset() > 0 && probe.next() == Found.RECORD ? probe.offset() : NOWHERE;
        }
    }

    private static Deque<Long> lastOffsets(RollFile file, int count, long from) throws IOException {
        Deque<Long> offsets = new ArrayDeque<>();
        if (from == NOWHERE) {
            return offsets;
        }
        try (RollFileReader reader = new RollFileReader(file)) {
            reader.moveTo(from);
            while (isMore(reader)) {
                offsets.add(reader.offset());
                if (offsets.size() > count) {
                    offsets.removeFirst();
                }
            }
        }
        return offsets;
    }

    // Damage is passed over: whoever reads from here on is told of it then.
    private static boolean isMore(RollFileReader reader) throws IOException {
        Found found = reader.next();
        while (found == Found.DAMAGE) {
            found = reader.next();
        }
        return found == Found.RECORD;
    }

    /** Opens the file with the first record not sampled before a time, at that record. */
    Optional<RollFileReader> atTime(long epochNanos) throws IOException {
        return at(reader -> reader.record().sampleTime() < epochNanos);
    }

    /** Opens the file with the first record whose sequence is not less, at that record. */
    Optional<RollFileReader> atSequence(long sequence) throws IOException {
        return at(reader -> reader.record().sequence() < sequence);
    }

    private Optional<RollFileReader> at(Predicate<RollFileReader> isBefore) throws IOException {
        List<RollFile> all = files.list();
        int low = 0;
        int high = all.size() - 1;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (beginsBefore(all.get(middle), isBefore)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(skip(all.get(low), isBefore));
    }

    private static boolean beginsBefore(RollFile file, Predicate<RollFileReader> isBefore) throws IOException {
        try (RollFileReader reader = new RollFileReader(file)) {
            return isMore(reader) && isBefore.test(reader);
        }
    }

    private static RollFileReader skip(RollFile file, Predicate<RollFileReader> isBefore) throws IOException {
        RollFileReader reader = new RollFileReader(file);
        reader.moveTo(placeBefore(file, isBefore));
        while (isMore(reader)) {
            if (!isBefore.test(reader)) {
                reader.moveTo(reader.offset());
                return reader;
            }
        }
        return reader;
    }

    /** Where a record begins from which it is not far to the first that is not before. */
    private static long placeBefore(RollFile file, Predicate<RollFileReader> isBefore) throws IOException {
        try (RollFileReader probe = RollFileReader.thorough(file)) {
            long low = 0;
            long high = probe.newestOffset();
            while (high - low > NEAR) {
                long middle = low + (high - low) / 2;
                boolean before = probe.find(middle) && probe.offset() < high && isBefore.test(probe);
                low = before ? probe.offset() : low;
                high = before ? high : middle;
            }
            return low;
        }
    }

    /** Opens a file behind a record, if that record is still where it was. */
    Optional<RollFileReader> behind(Position position) throws IOException {
        Optional<RollFile> file = files.of(position.cycle());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        RollFileReader reader = new RollFileReader(file.get());
        reader.moveTo(position.offset());
        if (reader.next() == Found.RECORD && reader.record().sequence() == position.sequence()) {
            return Optional.of(reader);
        }
        reader.close();
        return Optional.empty();
    }
}
