package io.hostpulse.collector.source.command;

import io.hostpulse.collector.source.json.JsonMetrics;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SourceSettings;
import io.hostpulse.common.program.ProgramCall;
import io.hostpulse.common.program.ProgramOptions;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The options of a source of type command.
 *
 * @param call how the program is run
 * @param format how it writes its values
 * @param metrics which values are taken from JSON
 */
record CommandOptions(ProgramCall call, OutputFormat format, JsonMetrics metrics) {

    static final Duration INTERVAL = Duration.ofSeconds(30);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MB = 1 << 20;
    private static final String EXAMPLE = "[df, --output=pcent, /]";

    static CommandOptions from(ConfigNode options) {
        return new CommandOptions(call(options), format(options), JsonMetrics.from(options));
    }

    private static ProgramCall call(ConfigNode options) {
        return new ProgramCall(
                ProgramOptions.command(options, EXAMPLE),
                options.path("working_directory", Path.of("")),
                ProgramOptions.environment(options.section("environment")),
                timeout(options),
                (int) options.size("max_output", MB, 1 << 10, 4 * MB),
                true);
    }

    private static Duration timeout(ConfigNode options) {
        Duration deadline = SourceSettings.deadlineOf(options, INTERVAL);
        Duration usual = deadline.compareTo(TIMEOUT) < 0 ? deadline : TIMEOUT;
        return options.duration("timeout", usual, Duration.ofMillis(10), deadline);
    }

    private static OutputFormat format(ConfigNode options) {
        OutputFormat format = options.choice("format", OutputFormat.AUTO);
        boolean other = format == OutputFormat.KEYVALUE || format == OutputFormat.PROMETHEUS;
        if (other && JsonMetrics.from(options).areNamed()) {
            options.problem("metrics", "takes values from JSON, which 'format' rules out: remove one of them");
        }
        return format;
    }
}
