package io.hostpulse.common.process;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.DataSettings;
import io.hostpulse.common.config.LoggingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a process, the same for all: read the command line and the configuration, report every problem at once, start
 * the log and the mark file, wire the agent, run it until SIGTERM, drain, and end with an exit code that tells the supervisor
 * what to do.
 *
 * @param <S> the settings of this kind of process
 */
public final class HostProcess<S> {

    private static final Logger LOG = LoggerFactory.getLogger(HostProcess.class);

    /** The sections of the configuration that some process reads; a key beside them is a mistake for all. */
    private static final Set<String> SECTIONS = Set.of(
            "data",
            "queues",
            "logging",
            "plugins",
            "processes",
            "sources",
            "alerts",
            "notifications",
            "exporter",
            "broker");

    private final ProcessDefinition<S> definition;
    private final Map<String, String> environment;
    private final EpochClock clock;

    private HostProcess(ProcessDefinition<S> definition, Map<String, String> environment, EpochClock clock) {
        this.definition = definition;
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * Runs a process until it ends.
     *
     * @param <S> the settings of this kind of process
     * @param definition what is special about it
     * @param args its command line
     * @return the code to exit with
     */
    public static <S> int run(ProcessDefinition<S> definition, String... args) {
        return new HostProcess<>(definition, System.getenv(), EpochClock.SYSTEM)
                .start(args)
                .code();
    }

    private ExitCode start(String... args) {
        try {
            return start(Arguments.parse(args, definition.options()));
        } catch (ConfigException e) {
            System.err.println(e.getMessage());
            return ExitCode.USAGE;
        } catch (ProcessFailure e) {
            System.err.println("hostpulse: " + e.getMessage());
            return e.exitCode();
        } catch (IOException e) {
            System.err.println("hostpulse: " + e);
            return ExitCode.TEMPORARY;
        } catch (InternalError e) {
            System.err.println("hostpulse: " + diskFailed(e));
            return ExitCode.TEMPORARY;
        }
    }

    private ExitCode start(Arguments arguments) throws IOException {
        Config config = Config.load(new ConfigSources(
                arguments.config(),
                arguments.overrides(),
                environment,
                Path.of("").toAbsolutePath()));
        SECTIONS.stream()
                .filter(section -> !definition.sections().contains(section))
                .forEach(config::skip);
        ConfigNode root = config.root();
        DataDirectory data = new DataDirectory(
                DataSettings.read(root.section("data"), arguments.data()).directory());
        LoggingSettings logging = LoggingSettings.read(root.section("logging"));
        S settings = definition.settings(arguments, root);
        config.finish();
        return start(definition.name(arguments), data, logging, settings);
    }

    private ExitCode start(String name, DataDirectory data, LoggingSettings logging, S settings) throws IOException {
        data.create();
        try (MarkFile mark = MarkFile.create(data, name, clock.nanos())) {
            ProcessLog.start(name, logging, data.logs());
            return runLogged(name, data, mark, settings);
        }
    }

    private ExitCode runLogged(String name, DataDirectory data, MarkFile mark, S settings) {
        Shutdown shutdown = new Shutdown();
        ExitCode code = ExitCode.INTERNAL;
        try {
            run(name, data, mark, settings, shutdown);
            code = ExitCode.DONE;
        } catch (ProcessFailure e) {
            code = e.exitCode();
            tell(name, e, mark);
        } catch (InternalError e) {
            code = ExitCode.TEMPORARY;
            LOG.error("{} ends with exit code {}: {}", name, code.code(), diskFailed(e));
        } catch (Exception e) {
            LOG.error("{} ends because of a defect in Hostpulse; please report it with this line", name, e);
        } finally {
            LOG.info("{} ended with exit code {}", name, code.code());
            ProcessLog.stop();
            shutdown.ended(code);
        }
        return code;
    }

    // That there is no such hardware is as good an answer as any; it stays in the mark for those who ask why.
    private static void tell(String name, ProcessFailure failure, MarkFile mark) {
        if (failure.exitCode() == ExitCode.ABSENT) {
            mark.condition(failure.getMessage());
            LOG.info("{}: {}", name, failure.getMessage());
        } else {
            LOG.warn("{} ends with exit code {}: {}", name, failure.exitCode().code(), failure.getMessage());
        }
    }

    // The JVM reports a write through a mapping that the disk refused at that write or some time later, wherever it is
    // then.
    private static String diskFailed(InternalError e) {
        return "a mapped file could not be written, because the disk is full or broken (" + e.getMessage()
                + "); make room";
    }

    private void run(String name, DataDirectory data, MarkFile mark, S settings, Shutdown shutdown) throws Exception {
        LOG.info(
                "{} {} starts with pid {} on {}",
                name,
                Version.CURRENT,
                ProcessHandle.current().pid(),
                data.root());
        StopSignal stop = new StopSignal();
        ProcessContext context = new ProcessContext(name, data, clock, mark, stop::give);
        try (ReadyFile ready = new ReadyFile(data.run().resolve(name + ".ready"));
                Agent agent = definition.wire(context, settings)) {
            shutdown.onSignal(stop::give);
            mark.state(ProcessState.RUNNING);
            GcResponder requests = new GcResponder(GcFiles.of(data, name), new GarbageCollection());
            new AgentRunner(agent, clock, Heartbeat.of(mark, requests), ready::write, stop).run();
            mark.state(ProcessState.DRAINING);
            agent.drain();
        }
    }
}
