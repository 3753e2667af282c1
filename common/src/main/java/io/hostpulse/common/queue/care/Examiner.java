package io.hostpulse.common.queue.care;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.Gap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Examines one file: its bytes, its records, and their order. Used once. */
final class Examiner implements RecordVisitor {

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
        FileScan.Walked walked = FileScan.walk(file.path(), this);
        damage.ifPresent(what -> findings.add(Finding.problem(file.name(), what, remedy())));
        FileReport report = new FileReport(
                file.name(), Files.size(file.path()), records, firstSequence, lastSequence, firstTime, lastTime);
        return new FileExam(
                file, report, List.copyOf(findings), walked.end(), lastWritten(walked.header()), samples.backwards());
    }

    private Remedy remedy() {
        return records == 0 ? Remedy.SET_ASIDE : Remedy.REWRITE;
    }

    // A file's header counts its records; the first one's number says which was the last.
    private long lastWritten(Optional<FileHeader> header) {
        long counted = header.map(FileHeader::records).orElse(0L);
        boolean known = records > 0 && numberedFromStart && counted > 0;
        return known ? Math.max(lastSequence, firstSequence + counted - 1) : lastSequence;
    }

    @Override
    public void onRecord(RecordView record, ByteBuffer bytes, long offset) {
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

    /** Only the first of several in a row is told: the others follow from it. */
    @Override
    public void onDamage(long offset, String what) {
        damage = damage.or(() -> Optional.of("damaged at byte " + offset + ": " + what));
    }
}
