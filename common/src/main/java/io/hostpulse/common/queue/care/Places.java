package io.hostpulse.common.queue.care;

import io.hostpulse.common.codec.RecordView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects where the whole records of a few files are. Used once. */
final class Places implements RecordVisitor {

    private final List<RecordPlace> found = new ArrayList<>();
    private RollFile file;

    private Places(RollFile first) {
        file = first;
    }

    /** Lists one file's records as they lie there; those of several files by their numbers, each number once. */
    static List<RecordPlace> in(List<RollFile> files) throws IOException {
        Places places = new Places(files.get(0));
        for (RollFile file : files) {
            places.file = file;
            FileScan.walk(file.path(), places);
        }
        return files.size() == 1 ? places.found : places.merged();
    }

    private List<RecordPlace> merged() {
        Set<Long> taken = new HashSet<>();
        return found.stream()
                .sorted(Comparator.comparingLong(RecordPlace::sequence))
                .filter(place -> taken.add(place.sequence()))
                .toList();
    }

    @Override
    public void onRecord(RecordView record, ByteBuffer bytes, long offset) {
        found.add(new RecordPlace(record.sequence(), file, offset, bytes.limit()));
    }

    /** What is damaged stays behind. */
    @Override
    public void onDamage(long offset, String what) {}
}
