package io.hostpulse.exporter.sink.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of a row of files: {@code monitoring_20250103.json}, and {@code monitoring_20250103_2.json} when there is more on
 * one day; finished and compressed with {@code .gz} or {@code .zst} behind it.
 *
 * @param directory where they are
 * @param series how they begin
 * @param extension how they end
 */
record FileNames(Path directory, String series, String extension) {

    static final String PART = ".part";

    private static final String COMPRESSED = "(\\.gz|\\.zst)?";

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /**
     * Finds a name for a new file of a day: behind all that are there, finished or not, and behind the last that was given, since
     * somebody may have taken that file away.
     */
    String next(LocalDate day, Optional<String> last) throws IOException {
        String date = day.format(DAY);
        Pattern any = pattern(COMPRESSED + "(\\.part|\\.tmp)?");
        List<String> names = new ArrayList<>(last.stream().toList());
        list().forEach(file -> names.add(file.getFileName().toString()));
        int highest = 0;
        for (String name : names) {
            Matcher matcher = any.matcher(name);
            if (matcher.matches() && matcher.group(1).equals(date)) {
                highest = Math.max(highest, number(matcher));
            }
        }
        return series + "_" + date + (highest == 0 ? "" : "_" + (highest + 1)) + "." + extension;
    }

    /** Finished files, the oldest first. */
    List<Path> finished() throws IOException {
        Pattern whole = pattern(COMPRESSED);
        TreeMap<String, Path> files = new TreeMap<>();
        for (Path file : list()) {
            Matcher matcher = whole.matcher(file.getFileName().toString());
            if (matcher.matches()) {
                files.put(
                        matcher.group(1) + String.format(Locale.ROOT, "%09d", number(matcher)) + file.getFileName(),
                        file);
            }
        }
        return List.copyOf(files.values());
    }

    private static int number(Matcher matcher) {
        return Optional.ofNullable(matcher.group(2)).map(Integer::parseInt).orElse(1);
    }

    private Pattern pattern(String end) {
        return Pattern.compile(Pattern.quote(series) + "_(\\d{8})(?:_(\\d{1,9}))?\\." + Pattern.quote(extension) + end);
    }

    private List<Path> list() throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        }
    }
}
