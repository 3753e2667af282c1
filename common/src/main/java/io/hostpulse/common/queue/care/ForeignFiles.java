package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.HighestGiven;
import io.hostpulse.common.queue.MetadataFile;
import io.hostpulse.common.queue.OverrunLog;
import io.hostpulse.common.queue.Quarantine;
import io.hostpulse.common.queue.RollFiles;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.WriterLock;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what does not belong into a queue's directory. */
record ForeignFiles(RollFiles files) {

    private static final String BEING_WRITTEN = ".tmp";

    private static final Set<String> OURS = Set.of(
            MetadataFile.FILE_NAME,
            WriterLock.FILE_NAME,
            HighestGiven.FILE_NAME,
            StreamDescriptor.FILE_NAME,
            OverrunLog.FILE_NAME,
            NotedLosses.FILE_NAME,
            Quarantine.FOLDER);

    List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(files.directory())) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                if (!OURS.contains(name) && !name.endsWith(BEING_WRITTEN) && !files.isOwn(name)) {
                    findings.add(finding(name));
                }
            }
        }
        return findings;
    }

    // Chronicle takes an interest in whatever is named like its own files; anything else is in nobody's way.
    private static Finding finding(String name) {
        return name.contains(".cq4")
                ? Finding.problem(name, "is named like a queue's file, but is none of this queue's", Remedy.SET_ASIDE)
                : Finding.note(name, "does not belong here");
    }
}
