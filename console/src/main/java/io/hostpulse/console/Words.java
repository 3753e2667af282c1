package io.hostpulse.console;

import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Words on the command line that stand for something. */
final class Words {

    private Words() {}

    static AlertLevel level(CommandSpec spec, String word) {
        List<String> levels = Arrays.stream(AlertLevel.values())
                .map(level -> level.name().toLowerCase(Locale.ROOT))
                .toList();
        String plain = word.toLowerCase(Locale.ROOT);
        if (!levels.contains(plain)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no level '" + word + "'" + Nearest.hint(plain, levels) + "; there are "
                            + String.join(", ", levels));
        }
        return AlertLevel.valueOf(plain.toUpperCase(Locale.ROOT));
    }
}
