package io.hostpulse.common.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns YAML's nodes into what is written, and refuses what a configuration has no use for: keys that are no texts, keys
 * written twice, tags, and aliases of whole sections, which would make one line belong to two paths.
 */
final class WrittenTree {

    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ);

    private final String file;
    private final Problems problems;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    WrittenTree(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    Written.Section root(Node node) {
        if (node == null) {
            return Written.Section.EMPTY;
        }
        Written written = build(node, KeyPath.ROOT);
        if (written instanceof Written.Text || written instanceof Written.Items) {
            problem(node, KeyPath.ROOT, "the file must consist of keys and their values, such as 'broker:'");
        }
        return written instanceof Written.Section section ? section : Written.Section.EMPTY;
    }

    private Written build(Node node, KeyPath path) {
        if (!PLAIN.contains(node.getTag())) {
            return broken(node, path, "tags such as " + node.getTag() + " are not supported");
        }
        if (node instanceof ScalarNode scalar) {
            return Tag.NULL.equals(scalar.getTag()) ? new Written.Nothing() : new Written.Text(scalar.getValue());
        }
        if (!seen.add(node)) {
            return broken(node, path, "aliases of lists and sections are not supported: write it out");
        }
        return node instanceof MappingNode mapping ? section(mapping, path) : items((SequenceNode) node, path);
    }

    private Written.Section section(MappingNode mapping, KeyPath path) {
        Map<String, Written.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (isKey(tuple.getKeyNode(), path)) {
                add(entries, (ScalarNode) tuple.getKeyNode(), tuple.getValueNode(), path);
            }
        }
        return new Written.Section(Collections.unmodifiableMap(entries));
    }

    private void add(Map<String, Written.Entry> entries, ScalarNode key, Node value, KeyPath path) {
        KeyPath child = path.child(key.getValue());
        Written.Entry entry = new Written.Entry(line(key), build(value, child));
        Written.Entry first = entries.putIfAbsent(key.getValue(), entry);
        if (first != null) {
            problem(key, child, "written twice, first in line " + first.line());
        }
    }

    private boolean isKey(Node key, KeyPath path) {
        if (Tag.MERGE.equals(key.getTag())) {
            problem(key, path, "merging with '<<' is not supported: write the keys out");
        } else if (!(key instanceof ScalarNode)) {
            problem(key, path, "a key must be a text");
        } else if (!Tag.STR.equals(key.getTag())) {
            String text = ((ScalarNode) key).getValue();
            problem(key, path, "the key " + Quoted.of(text) + " is not a text in YAML: put it in quotes");
        }
        return Tag.STR.equals(key.getTag()) && key instanceof ScalarNode;
    }

    private Written.Items items(SequenceNode sequence, KeyPath path) {
        List<Written.Entry> entries = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            entries.add(new Written.Entry(line(item), build(item, path)));
        }
        return new Written.Items(List.copyOf(entries));
    }

    private Written.Broken broken(Node node, KeyPath path, String message) {
        problem(node, path, message);
        return new Written.Broken();
    }

    private void problem(Node node, KeyPath path, String message) {
        problems.add(new Origin.InFile(file, line(node)), path, message);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
