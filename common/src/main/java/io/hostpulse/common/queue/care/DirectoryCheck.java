package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.ChronicleFiles;
import io.hostpulse.common.queue.MetadataFile;
import io.hostpulse.common.queue.RollFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks what belongs to no single file: metadata, indexes, and what else lies in the directory.
 *
 * @param files the queue's files
 * @param chronicle how they are opened
 */
record DirectoryCheck(RollFiles files, ChronicleFiles chronicle) {

    List<Finding> findings(List<FileExam> exams) throws IOException {
        List<Finding> findings = new ArrayList<>(new ForeignFiles(files).findings());
        Optional<Finding> metadata = MetadataFile.in(files.directory())
                .problem()
                .map(what -> Finding.problem(MetadataFile.FILE_NAME, what, Remedy.REBUILD));
        metadata.ifPresent(findings::add);
        if (metadata.isEmpty() && !exams.isEmpty()) {
            List<FileExam> sound = exams.stream().filter(FileExam::isSound).toList();
            findings.addAll(IndexCheck.findings(files.directory(), chronicle, sound));
        }
        return findings;
    }
}
