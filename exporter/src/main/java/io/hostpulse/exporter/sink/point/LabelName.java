package io.hostpulse.exporter.sink.point;

import java.util.Set;

/** What the elements of a list are told apart by. */
final class LabelName {

    private static final String CORES = "per_core_";

    /** Every row has these already. */
    private static final Set<String> TAKEN = Set.of("host", "time");

    private LabelName() {}

    /** One of them: {@code mounts} are told apart by {@code mount}, {@code per_core_usage} by {@code core}. */
    static String of(String list) {
        String last = list.substring(list.lastIndexOf('.') + 1);
        String name = last.startsWith(CORES) ? "core" : singular(last);
        return TAKEN.contains(name) ? "element" : name;
    }

    private static String singular(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        if (plural.endsWith("sses")) {
            return plural.substring(0, plural.length() - 2);
        }
        boolean isPlural = plural.length() > 2 && plural.endsWith("s");
        return isPlural ? plural.substring(0, plural.length() - 1) : plural;
    }
}
