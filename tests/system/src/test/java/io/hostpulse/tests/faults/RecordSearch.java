package io.hostpulse.tests.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Finds records in a roll file by the magic at their beginning. */
final class RecordSearch {

    /** A record's header. */
    static final int HEADER = 32;

    private RecordSearch() {}

    /** Where a record begins that is neither the first nor the last of its file. */
    static long randomRecord(Path file, Random random) throws IOException {
        List<Integer> places = new ArrayList<>();
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (int at = bytes.indexOf("HPLS"); at >= 0; at = bytes.indexOf("HPLS", at + 1)) {
            places.add(at);
        }
        return places.get(1 + random.nextInt(places.size() - 2));
    }
}
