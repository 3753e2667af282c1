package io.hostpulse.collector.source.process;

import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.config.ConfigNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The options of the source {@code process}.
 *
 * @param top how many processes each list has
 * @param include names of processes that may be listed; empty means all
 * @param exclude names of processes that are not listed
 * @param users whose processes may be listed; empty means everybody's
 * @param watch names whose processes are counted, also when there are none
 * @param commandLines whether command lines are told
 * @param masks what is hidden in command lines besides what is always hidden
 */
record ProcessOptions(
        int top,
        List<String> include,
        List<String> exclude,
        Set<String> users,
        List<String> watch,
        boolean commandLines,
        List<String> masks) {

    /** A list of 200 is some 80 KB of every record. */
    private static final int LONGEST_LIST = 200;

    ProcessOptions {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        users = Set.copyOf(users);
        watch = List.copyOf(watch);
        masks = List.copyOf(masks);
    }

    static ProcessOptions from(ConfigNode options) {
        return new ProcessOptions(
                options.whole("top", 10, 0, LONGEST_LIST),
                options.texts("include", List.of()),
                options.texts("exclude", List.of()),
                Set.copyOf(options.texts("users", List.of())),
                options.texts("watch", List.of()),
                options.flag("command_lines", true),
                patterns(options, options.texts("masks", List.of())));
    }

    /** Leaves out those that are wrong, which have been reported. */
    private static List<String> patterns(ConfigNode options, List<String> masks) {
        List<String> right = new ArrayList<>();
        for (String mask : masks) {
            try {
                Pattern.compile(mask);
                right.add(mask);
            } catch (PatternSyntaxException e) {
                options.problem("masks", "'" + mask + "' is no regular expression: " + e.getDescription());
            }
        }
        return right;
    }

    List<Pattern> patterns() {
        return masks.stream().map(Pattern::compile).toList();
    }

    boolean mayBeListed(String name) {
        return (include.isEmpty() || new Globs(include).matches(name)) && !new Globs(exclude).matches(name);
    }

    boolean isAboutUsers() {
        return !users.isEmpty();
    }
}
