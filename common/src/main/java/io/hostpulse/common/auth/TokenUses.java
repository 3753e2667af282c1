package io.hostpulse.common.auth;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;

/**
 * The file {@code run/tokens-used.json}, in which the broker says when tokens were used last. It stands apart from the tokens, so that
 * each file has one writer.
 *
 * @param path where it is
 */
public record TokenUses(Path path) {

    /**
     * Finds the file.
     *
     * @param data the data directory
     * @return the file, which need not exist
     */
    public static TokenUses in(DataDirectory data) {
        return new TokenUses(data.run().resolve("tokens-used.json"));
    }

    /**
     * Reads when tokens were used. It is for people only, so what cannot be understood counts as not there.
     *
     * @return epoch nanoseconds by the hash of the token
     * @throws IOException when there is a file and it cannot be read
     */
    public Map<String, Long> read() throws IOException {
        Map<String, Long> uses = new HashMap<>();
        try {
            for (Map.Entry<String, Value> one :
                    new PayloadReader().read(Files.readAllBytes(path)).values().entrySet()) {
                if (one.getValue() instanceof Value.Text time) {
                    uses.put(one.getKey(), Rfc3339.parse(time.value()));
                }
            }
        } catch (NoSuchFileException | RecordFormatException | DateTimeException | ArithmeticException e) {
            return uses;
        }
        return uses;
    }

    /**
     * Writes when tokens were used.
     *
     * @param uses epoch nanoseconds by the hash of the token
     * @throws IOException when it cannot be written
     */
    public void write(Map<String, Long> uses) throws IOException {
        Fields.Builder document = Fields.builder();
        uses.forEach((hash, time) -> document.put(hash, Rfc3339.format(time)));
        PrivateFile.replace(path, new PayloadWriter().write(document.build()));
    }
}
