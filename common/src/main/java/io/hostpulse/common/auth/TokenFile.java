package io.hostpulse.common.auth;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.lock.KernelLock;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * The file {@code tokens.json} of the data directory. It is always whole: a new one takes the place of the old one. Any number of processes
 * may read; those who change it wait for nobody: the second is refused.
 *
 * @param path where it is
 */
public record TokenFile(Path path) {

    /** Some thousand tokens. */
    private static final int MOST_BYTES = 1024 * 1024;

    private static final String LIST = "tokens";

    /**
     * Finds the file.
     *
     * @param data the data directory
     * @return the file, which need not exist
     */
    public static TokenFile in(DataDirectory data) {
        return new TokenFile(data.root().resolve("tokens.json"));
    }

    /**
     * Reads all tokens.
     *
     * @return the tokens; none when there is no file
     * @throws IOException when it cannot be read, or somebody else may write to it; its message says which, and what to do
     */
    public List<Token> read() throws IOException {
        try {
            PrivateFile.checkOwnerOnly(path);
            if (Files.size(path) > MOST_BYTES) {
                throw new IOException("it is longer than " + MOST_BYTES + " bytes");
            }
            return parse(new PayloadReader().read(Files.readAllBytes(path)));
        } catch (NoSuchFileException absent) {
            return List.of();
        } catch (RecordFormatException | DateTimeException | ArithmeticException e) {
            throw new IOException("it is damaged: " + e.getMessage(), e);
        }
    }

    private static List<Token> parse(Fields document) throws IOException {
        if (!(document.values().get(LIST) instanceof Value.Sequence list)) {
            throw new IOException("it is damaged: there is no list '" + LIST + "'");
        }
        List<Token> tokens = new ArrayList<>();
        for (Value one : list.values()) {
            tokens.add(token(one));
        }
        return List.copyOf(tokens);
    }

    private static Token token(Value value) throws IOException {
        if (!(value instanceof Fields fields)) {
            throw new IOException("it is damaged: a token is no object");
        }
        String role = text(fields, "role");
        return new Token(
                text(fields, "name"),
                Role.labelled(role)
                        .orElseThrow(() -> new IOException("it is damaged: there is no role '" + role + "'")),
                text(fields, "sha256"),
                Rfc3339.parse(text(fields, "created")),
                fields.get("expires").isPresent()
                        ? OptionalLong.of(Rfc3339.parse(text(fields, "expires")))
                        : OptionalLong.empty());
    }

    private static String text(Fields fields, String name) throws IOException {
        if (fields.values().get(name) instanceof Value.Text text) {
            return text.value();
        }
        throw new IOException("it is damaged: a token has no '" + name + "'");
    }

    /**
     * Changes the tokens, while nobody else does.
     *
     * @param change makes the new list of the old one
     * @throws IOException when another process changes them just now, or the file cannot be read or written; then nothing was changed
     */
    public void change(UnaryOperator<List<Token>> change) throws IOException {
        KernelLock lock = KernelLock.acquire(path.resolveSibling("tokens.lock"), "changing tokens");
        try (lock) {
            PrivateFile.replace(path, new PayloadWriter().write(document(change.apply(read()))));
        }
    }

    private static Fields document(List<Token> tokens) {
        return Fields.builder()
                .put(LIST, tokens.stream().map(TokenFile::fields).toList())
                .build();
    }

    private static Fields fields(Token token) {
        Fields.Builder fields = Fields.builder()
                .put("name", token.name())
                .put("role", token.role().label())
                .put("sha256", token.hash())
                .put("created", Rfc3339.format(token.created()));
        token.expires().ifPresent(end -> fields.put("expires", Rfc3339.format(end)));
        return fields.build();
    }
}
