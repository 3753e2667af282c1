package io.hostpulse.common.queue.care;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.RollFile;
import io.hostpulse.common.queue.RollFileReader;
import io.hostpulse.common.queue.RollFileReader.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Examines one file: its bytes, its records, and their order. Used once. */
final class Examiner {

    private final RollFile file;
    private final List<Finding> findings = new ArrayList<>();
    private final SequenceSamples samples = new SequenceSamples();
    private Optional<String> damage = Optional.empty();
    private boolean numberedFromStart = true;
    private long records;
    private long firstSequence;
    private long lastSequence;
    private long firstTime;
    private long lastTime;

    private Examiner(RollFile file) {
        this.file = file;
    }

    static FileExam examine(RollFile file) throws IOException {
        return new Examiner(file).examine();
    }

    private FileExam examine() throws IOException {
        try (RollFileReader reader = RollFileReader.thorough(file)) {
            if (!reader.beginsWell()) {
                damage = Optional.of("does not begin as a queue's file; it is " + file.bytes() + " bytes long");
            }
            Found end = walk(reader);
            damage.ifPresent(what -> findings.add(Finding.problem(file.name(), what, remedy())));
            return new FileExam(
                    file,
                    report(),
                    List.copyOf(findings),
                    end == Found.END_OF_FILE,
                    lastWritten(reader.recordsOnceWritten()),
                    samples.backwards());
        }
    }

    private Found walk(RollFileReader reader) throws IOException {
        Found found = reader.next();
        while (found == Found.RECORD || found == Found.DAMAGE) {
            if (found == Found.RECORD) {
                take(reader.record());
            } else if (damage.isEmpty()) {
                // Only the first of several in a row is told: the others follow from it.
                damage = Optional.of("damaged at byte " + reader.offset() + ": " + reader.damage());
            }
            found = reader.next();
        }
        return found;
    }

    private FileReport report() {
        return new FileReport(file.name(), file.bytes(), records, firstSequence, lastSequence, firstTime, lastTime);
    }

    private Remedy remedy() {
        return records == 0 ? Remedy.SET_ASIDE : Remedy.REWRITE;
    }

    // A file's header counts its records; the first one's number says which was the last.
    private long lastWritten(long counted) {
        boolean known = records > 0 && numberedFromStart && counted > 0;
        return known ? Math.max(lastSequence, firstSequence + counted - 1) : lastSequence;
    }

    private void take(RecordView record) {
        compare(record.sequence());
        if (records == 0) {
            firstSequence = record.sequence();
            firstTime = record.sampleTime();
        }
        records++;
        lastSequence = record.sequence();
        lastTime = record.sampleTime();
        samples.add(lastSequence);
    }

    private void compare(long sequence) {
        if (records == 0) {
            numberedFromStart = damage.isEmpty();
            damage.ifPresent(what -> findings.add(Finding.problem(file.name(), what, Remedy.REWRITE)));
        } else if (sequence > lastSequence + 1) {
            gap(new Gap(lastSequence + 1, sequence - 1));
        } else if (sequence <= lastSequence) {
            numberedFromStart = false;
            findings.add(Order.goesBack(file.name(), lastSequence, sequence));
        } else {
            damage.ifPresent(what -> findings.add(Finding.problem(file.name(), what, Remedy.REWRITE)));
        }
        damage = Optional.empty();
    }

    private void gap(Gap gap) {
        findings.add(damage.map(what -> Finding.loss(file.name(), gap, what, Remedy.REWRITE))
                .orElseGet(() ->
                        Finding.loss(file.name(), gap, "records are missing inside this file", Remedy.NOTE_LOSS)));
    }
}
