package io.hostpulse.collector.source.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a path, from left to right. */
final class JsonPathText {

    private static final int MAX_LENGTH = 500;

    /** One part: a function, a member, a quoted member, an element, or all elements. */
    private static final Pattern PART =
            Pattern.compile("\\.(?<function>length|sum)\\(\\)|\\.(?<member>[A-Za-z_][\\w-]*)"
                    + "|\\['(?<quoted>(?:[^'\\\\]|\\\\['\\\\])+)']|\\[(?<index>0|[1-9]\\d{0,5})]|(?<all>\\[\\*])");

    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private Fold fold = Fold.NONE;

    private JsonPathText(String text) {
        this.text = text;
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException with what is wrong, for the person who wrote it
     */
    static JsonPath parse(String text) {
        return new JsonPathText(text).parse();
    }

    private JsonPath parse() {
        if (!text.startsWith("$") || text.length() > MAX_LENGTH) {
            throw wrong("a path begins with '$', such as $.queue.depth, and has at most " + MAX_LENGTH + " characters");
        }
        Matcher part = PART.matcher(text);
        int at = 1;
        while (at < text.length()) {
            if (!part.region(at, text.length()).lookingAt() || fold != Fold.NONE) {
                throw wrong("not understood from '" + text.substring(at)
                        + "' on: a part is .name, ['any name'], [0], [*]," + " and at the end .length() or .sum()");
            }
            take(part);
            at = part.end();
        }
        return checked();
    }

    private void take(Matcher part) {
        if (part.group("function") != null) {
            fold = part.group("function").equals("sum") ? Fold.SUM : Fold.LENGTH;
        } else if (part.group("member") != null) {
            steps.add(new Step.Member(part.group("member")));
        } else if (part.group("quoted") != null) {
            steps.add(new Step.Member(part.group("quoted").replaceAll("\\\\(.)", "$1")));
        } else if (part.group("index") != null) {
            steps.add(new Step.Element(Integer.parseInt(part.group("index"))));
        } else {
            steps.add(new Step.Each());
        }
    }

    private JsonPath checked() {
        boolean many = steps.contains(new Step.Each());
        if (many && fold != Fold.SUM) {
            throw wrong("[*] stands for many values: end with .sum(), or count a list without [*] by .length()");
        }
        if (!many && fold == Fold.SUM) {
            throw wrong(".sum() needs a [*] before it");
        }
        return new JsonPath(text, steps, fold);
    }

    private IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException(message);
    }
}
