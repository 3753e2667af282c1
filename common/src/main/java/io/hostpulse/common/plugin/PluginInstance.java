package io.hostpulse.common.plugin;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a plugin opens, behind a wall: whatever it throws becomes an outcome. It is opened when there is something to do for it, so that one
 * that cannot be opened holds up nothing but its own work, and is opened as soon as it can. Used by one thread.
 *
 * @param <T> what it opens
 */
public final class PluginInstance<T extends AutoCloseable> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginInstance.class);

    private final Path jar;
    private final Supplier<T> opening;
    private Optional<T> opened = Optional.empty();

    /**
     * Prepares; nothing is opened yet.
     *
     * @param jar where the plugin is
     * @param opening opens it
     */
    public PluginInstance(Path jar, Supplier<T> opening) {
        this.jar = jar;
        this.opening = opening;
    }

    /**
     * Tells whether there was anything to do for it yet.
     *
     * @return whether it is open
     */
    public boolean isOpen() {
        return opened.isPresent();
    }

    /**
     * Lets it take a step, and opens it before the first one.
     *
     * @param <R> what comes of it
     * @param step the step
     * @param failed makes an outcome of a sentence that names the jar and says what happened
     * @return what came of the step, or of its failure; never null
     */
    public <R> R attempt(Function<T, R> step, Function<String, R> failed) {
        try {
            R outcome = step.apply(open());
            return outcome == null ? failed.apply(blamed("returned no outcome")) : outcome;
        } catch (LinkageError e) {
            return failed.apply(blamed("failed: " + LoadingFailure.of(e)));
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            // What it says may be a secret: only the log, which is its owner's alone, gets it.
            LOG.warn("the plugin {} failed", jar, e);
            return failed.apply(blamed("failed: " + e.getClass().getSimpleName() + ", see the log"));
        }
    }

    private T open() {
        if (opened.isEmpty()) {
            opened = Optional.of(Objects.requireNonNull(opening.get(), "it opened nothing"));
        }
        return opened.get();
    }

    private String blamed(String what) {
        return "the plugin " + jar + " " + what;
    }

    @Override
    public void close() {
        if (opened.isPresent()) {
            try {
                opened.get().close();
            } catch (Exception | LinkageError e) {
                LOG.warn("the plugin {} could not be closed", jar, e);
            }
        }
    }
}
