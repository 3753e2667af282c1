package io.hostpulse.common.export;

import io.hostpulse.common.process.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * How somebody asks a sink to write everything at once, and learns what came of it: a file in the data directory's run folder,
 * which only the owner can enter, and the answer beside it. A word tells which answer belongs to which request; of two who ask
 * at the same time one gets no answer.
 *
 * @param request holds the word
 * @param answer holds the word, and what came of it
 */
public record ExportNow(Path request, Path answer) {

    /** The answer of a sink that has written everything. */
    public static final String WRITTEN = "written";

    /**
     * Names the files of one sink.
     *
     * @param data the data directory
     * @param sink the sink's name in the configuration
     * @return where they are
     */
    public static ExportNow of(DataDirectory data, String sink) {
        return new ExportNow(
                data.run().resolve("exporter-" + sink + ".export-now"),
                data.run().resolve("exporter-" + sink + ".export-done"));
    }

    /**
     * Asks.
     *
     * @param word anything in one line that nobody else uses
     * @throws IOException when the file cannot be written
     */
    public void ask(String word) throws IOException {
        Files.deleteIfExists(answer);
        replace(request, word);
    }

    /**
     * Looks for the answer.
     *
     * @param word the one that was asked with
     * @return what came of it, once it is known
     * @throws IOException when the file cannot be read
     */
    public Optional<String> answerTo(String word) throws IOException {
        return textOf(answer)
                .filter(text -> text.startsWith(word + "\n"))
                .map(text -> text.substring(word.length() + 1));
    }

    /**
     * Takes a request. For the exporter.
     *
     * @return its word, if somebody has asked
     * @throws IOException when the file cannot be read or removed
     */
    public Optional<String> take() throws IOException {
        // A File, because a Path would make an exception every time that nobody has asked.
        if (!request.toFile().isFile()) {
            return Optional.empty();
        }
        Optional<String> word = textOf(request);
        Files.deleteIfExists(request);
        return word;
    }

    /**
     * Answers. For the exporter.
     *
     * @param word what was asked with
     * @param text what came of it
     * @throws IOException when the file cannot be written
     */
    public void answer(String word, String text) throws IOException {
        replace(answer, word + "\n" + text);
    }

    /**
     * Takes away what is left of a request and its answer.
     *
     * @throws IOException when the files cannot be removed
     */
    public void withdraw() throws IOException {
        Files.deleteIfExists(request);
        Files.deleteIfExists(answer);
    }

    private static Optional<String> textOf(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        }
    }

    /** As a whole: the other side sees nothing or all of it. */
    private static void replace(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
