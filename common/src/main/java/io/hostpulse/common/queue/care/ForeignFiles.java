package io.hostpulse.common.queue.care;

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
record ForeignFiles(RollFiles names) {

    private static final Set<String> OURS = Set.of(
            MetadataCheck.FILE_NAME,
            WriterLock.FILE_NAME,
            StreamDescriptor.FILE_NAME,
            StreamDescriptor.FILE_NAME + ".tmp",
            Losses.FILE_NAME,
            Quarantine.DIRECTORY_NAME);

    List<Finding> in(Path directory) throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                if (!OURS.contains(name) && names.cycleOf(name).isEmpty()) {
                    findings.add(finding(name));
                }
            }
        }
        return findings;
    }

    // Chronicle takes part in whatever ends like its own files; anything else is in nobody's way.
    private static Finding finding(String name) {
        return name.contains(".cq4")
                ? Finding.problem(name, "is named like a queue's file, but is none of this queue's", Remedy.SET_ASIDE)
                : Finding.note(name, "does not belong here");
    }
}
