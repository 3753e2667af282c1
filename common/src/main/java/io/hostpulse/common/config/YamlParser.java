package io.hostpulse.common.config;

import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Parses YAML as far as its node tree, within limits: no object is ever constructed from it. */
final class YamlParser {

    // In bytes for the file, in characters for what is in it.
    static final int MAX_SIZE = 1 << 20;

    private static final int MAX_DEPTH = 20;
    private static final int MAX_ALIASES = 10;

    private final String file;
    private final Problems problems;

    YamlParser(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    Written.Section parse(String text) {
        return new WrittenTree(file, problems).root(compose(text));
    }

    private Node compose(String text) {
        try {
            return new Yaml(new SafeConstructor(limits())).compose(new StringReader(text));
        } catch (MarkedYAMLException failure) {
            throw fatal(line(failure), message(failure));
        } catch (ReaderException failure) {
            throw fatal(line(text, failure.getPosition()), "a control character is not allowed here");
        } catch (YAMLException failure) {
            throw fatal(0, "not valid YAML: " + failure.getMessage());
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_SIZE);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setMaxAliasesForCollections(MAX_ALIASES);
        limits.setAllowDuplicateKeys(false);
        limits.setAllowRecursiveKeys(false);
        return limits;
    }

    private ConfigException fatal(int line, String message) {
        return problems.fatal(new Origin.InFile(file, line), message);
    }

    private static int line(MarkedYAMLException failure) {
        Mark mark = failure.getProblemMark() == null ? failure.getContextMark() : failure.getProblemMark();
        return mark == null ? 0 : mark.getLine() + 1;
    }

    // Not the exception's own message: that quotes lines of the file, and a secret may stand in one of them.
    private static String message(MarkedYAMLException failure) {
        String context = failure.getContext() == null ? "" : " (" + failure.getContext() + ")";
        return "not valid YAML: " + failure.getProblem() + context;
    }

    private static int line(String text, int position) {
        long newlines =
                text.codePoints().limit(position).filter(point -> point == '\n').count();
        return (int) newlines + 1;
    }
}
