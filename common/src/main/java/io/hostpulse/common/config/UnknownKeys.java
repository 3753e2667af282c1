package io.hostpulse.common.config;

import io.hostpulse.common.text.Nearest;
import java.util.Map;
import java.util.Set;

/** Finds what was written and nobody asked for: most often a misspelt key, whose default would work silently. */
final class UnknownKeys {

    private static final int MOST_LISTED = 12;

    /** What other monitors call things at the top of their files, and what to write here. */
    private static final Map<String, String> FAMILIAR = Map.of(
            "data_sources",
            "what is measured stands under 'sources' here, each with its name as the key; an api_endpoint is of type http",
            "custom_metrics",
            "a measurement of your own stands under 'sources' here, with type http, command or textfile",
            "threshold_rules",
            "a threshold is no part of what is measured; 'sources' says only what is");

    private final Lookup lookup;
    private final AskedKeys asked;
    private final Problems problems;

    UnknownKeys(Lookup lookup, AskedKeys asked, Problems problems) {
        this.lookup = lookup;
        this.asked = asked;
        this.problems = problems;
    }

    void report() {
        asked.opened().forEach(this::inFile);
        lookup.overrides().unused().forEach(this::inFlag);
        lookup.environment().unknown().forEach(this::inVariable);
    }

    private void inFile(KeyPath section, Written.Section written) {
        for (Map.Entry<String, Written.Entry> entry : written.entries().entrySet()) {
            KeyPath path = section.child(entry.getKey());
            if (!asked.in(section).contains(entry.getKey()) && !asked.skips(path)) {
                Origin origin = lookup.inFile(entry.getValue().line());
                problems.add(origin, path, message(section, entry.getKey()));
                Expressions.in(
                        path,
                        entry.getValue(),
                        found -> problems.add(lookup.inFile(found.line()), found.path(), Expressions.ADVICE));
            }
        }
    }

    private String message(KeyPath section, String key) {
        return key.equals(Expressions.KEY) ? Expressions.ADVICE : "unknown key" + hint(section, key);
    }

    private void inFlag(KeyPath path) {
        if (!asked.skips(path)) {
            problems.add(new Origin.InFlag(), path, firstUnknown(path));
        }
    }

    private String firstUnknown(KeyPath path) {
        KeyPath section = KeyPath.ROOT;
        for (String part : path.parts()) {
            if (!asked.in(section).contains(part)) {
                return "unknown key " + Quoted.of(part) + hint(section, part);
            }
            section = section.child(part);
        }
        return "is a section: set one of its keys";
    }

    private void inVariable(String name) {
        if (!asked.skipsVariable(name)) {
            String hint = Nearest.hint(name, lookup.environment().known());
            problems.add(new Origin.InVariable(name), KeyPath.ROOT, "unknown variable" + hint);
        }
    }

    private String hint(KeyPath section, String key) {
        String familiar = section.equals(KeyPath.ROOT) ? FAMILIAR.get(key) : null;
        if (familiar != null) {
            return "; " + familiar;
        }
        if (key.contains(".")) {
            return "; in a file, write each part of a path below the one before it, indented";
        }
        Set<String> known = asked.in(section);
        String near = Nearest.hint(key, known);
        boolean list = near.isEmpty() && !known.isEmpty() && known.size() <= MOST_LISTED;
        return list ? "; known here: " + String.join(", ", known) : near;
    }
}
