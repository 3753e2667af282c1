package io.hostpulse.alerter.rule;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.text.Nearest;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code component}, {@code as}, {@code message}, {@code unit} and {@code labels}. */
final class WordingReader {

    private final ConfigNode node;

    WordingReader(ConfigNode node) {
        this.node = node;
    }

    Wording read(Wording base) {
        return new Wording(
                node.text("component", base.component()),
                node.text("as", base.metric()),
                message(base.message()),
                new WordReader(node).read("unit", base.unit()),
                labels(base.labels()));
    }

    private Template message(Template base) {
        Template message = new Template(node.text("message", base.text()));
        message.unknown()
                .forEach(name -> node.problem(
                        "message",
                        "there is no placeholder {" + name + "}" + Nearest.hint(name, Template.PLACEHOLDERS)
                                + "; there are " + String.join(", ", Template.PLACEHOLDERS)));
        return message;
    }

    private Map<String, String> labels(Map<String, String> base) {
        Map<String, String> labels = new TreeMap<>(base);
        ConfigNode written = node.section("labels");
        written.keys().forEach(key -> labels.put(key, written.text(key, "")));
        return labels;
    }
}
