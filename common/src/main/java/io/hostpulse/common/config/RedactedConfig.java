package io.hostpulse.common.config;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the file says, for eyes that may not see secrets. Only sections in which none belongs are shown, and of these nothing whose key sounds like
 * one: whoever writes a password into the wrong line shall not find it on a screen. What stands in flags and in the environment is left out.
 */
public final class RedactedConfig {

    /** Instead of what is not shown. */
    private static final String HIDDEN = "***";

    /** Where no secret belongs. Sources that ask servers or run programs have a word more to say, see below. */
    private static final Set<String> SHOWN =
            Set.of("data", "queues", "logging", "processes", "sources", "alerts", "broker");

    /** Addresses and headers often carry what lets somebody in; commands and their environment too. */
    private static final Pattern SECRET = Pattern.compile(
            ".*(secret|passw|token|key|credential|auth|user|url|endpoint|header|cookie|body|command|args|environment|env).*",
            Pattern.CASE_INSENSITIVE);

    /** Sound like secrets and are none. */
    private static final Set<String> HARMLESS =
            Set.of("broker.auth", "broker.allow_plaintext_tokens", "broker.tls.key");

    /** Of every handler, whatever else it may be told. */
    private static final Set<String> OF_HANDLERS = Set.of(
            "type", "enabled", "min_level", "components", "days", "hours", "zone", "resolved", "dead_letter_after");

    private RedactedConfig() {}

    /**
     * Reads the file.
     *
     * @param sources where the configuration comes from
     * @return what it says, as texts; empty when there is no file
     * @throws ConfigException when it cannot be read or is no YAML
     */
    public static Fields of(ConfigSources sources) {
        return section(KeyPath.ROOT, ConfigFile.locate(sources).read(new Problems()));
    }

    private static Fields section(KeyPath path, Written.Section written) {
        Fields.Builder fields = Fields.builder();
        written.entries().forEach((key, entry) -> fields.put(key, value(path.child(key), entry.value())));
        return fields.build();
    }

    private static Value value(KeyPath path, Written written) {
        if (written instanceof Written.Section section
                && !isSecret(path.parts().get(path.parts().size() - 1))) {
            return section(path, section);
        }
        if (written instanceof Written.Nothing) {
            return new Value.Text("");
        }
        return isShown(path) ? plain(path, written) : new Value.Text(HIDDEN);
    }

    private static Value plain(KeyPath path, Written written) {
        if (written instanceof Written.Text text) {
            return new Value.Text(text.text());
        }
        if (written instanceof Written.Items items) {
            return new Value.Sequence(items.entries().stream()
                    .map(entry -> value(path, entry.value()))
                    .toList());
        }
        return new Value.Text(HIDDEN);
    }

    private static boolean isShown(KeyPath path) {
        List<String> parts = path.parts();
        if (parts.get(0).equals("notifications")) {
            return parts.size() == 3 && OF_HANDLERS.contains(parts.get(2));
        }
        return SHOWN.contains(parts.get(0))
                && (HARMLESS.contains(path.toString()) || parts.stream().noneMatch(RedactedConfig::isSecret));
    }

    private static boolean isSecret(String key) {
        return SECRET.matcher(key).matches();
    }
}
