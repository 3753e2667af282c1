package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The losses that a repair has noted in {@code losses.txt} beside the queue's files, one range a line. They stay losses, but
 * need nobody any more.
 *
 * @param gaps what was lost
 */
record NotedLosses(List<Gap> gaps) {

    static final String FILE_NAME = "losses.txt";

    private static final Pattern LINE = Pattern.compile("(\\d{1,18})-(\\d{1,18}) .*");

    static NotedLosses in(Path directory) throws IOException {
        List<Gap> gaps = new ArrayList<>();
        Path file = directory.resolve(FILE_NAME);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                Matcher range = LINE.matcher(line);
                if (range.matches()) {
                    gaps.add(new Gap(Long.parseLong(range.group(1)), Long.parseLong(range.group(2))));
                }
            }
        }
        return new NotedLosses(gaps);
    }

    /** Adds one loss for good. */
    static void note(Path directory, Gap gap, String why) throws IOException {
        String line = gap.first() + "-" + gap.last() + " " + why.replace('\n', ' ') + "\n";
        Files.writeString(
                directory.resolve(FILE_NAME),
                line,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    /** A noted loss that spans the whole gap: retention may have removed a part of what lies around it. */
    boolean covers(Gap gap) {
        return gaps.stream().anyMatch(noted -> noted.first() <= gap.first() && gap.last() <= noted.last());
    }
}
