package io.hostpulse.common.control;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordEncoder;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.process.DataDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;

/**
 * The file {@code run/alerter.json} of the data directory, which holds the alerter's view. It is always whole: a new one takes the
 * place of the old one. Written by one thread of one process; anyone may read.
 *
 * @param file where it is
 */
public record AlerterViewFile(Path file) {

    /** An alerter that is alive writes every ten seconds, whatever happens. */
    public static final Duration MOST_SILENCE = Duration.ofSeconds(30);

    /** What a reader takes; ten thousand rules are half of it. */
    private static final int MOST_BYTES = RecordEncoder.MAX_PAYLOAD;

    /**
     * Finds the file.
     *
     * @param data the data directory
     * @return the file, which need not exist
     */
    public static AlerterViewFile in(DataDirectory data) {
        return new AlerterViewFile(data.run().resolve("alerter.json"));
    }

    /**
     * Writes a view, for the owner's eyes only.
     *
     * @param view the view
     * @throws IOException when it cannot be written; what was there before is still there
     */
    public void write(AlerterView view) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(draft);
        try (FileChannel channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
            ByteBuffer text = text(view);
            while (text.hasRemaining()) {
                channel.write(text);
            }
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ByteBuffer text(AlerterView view) {
        PayloadWriter payloads = new PayloadWriter();
        AlerterView shown = view;
        ByteBuffer text = payloads.write(AlerterViewFields.of(shown));
        while (text.remaining() > MOST_BYTES) {
            shown = shown.halved();
            text = payloads.write(AlerterViewFields.of(shown));
        }
        return text;
    }

    private FileAttribute<?>[] ownerOnly() {
        FileSystem system = file.getFileSystem();
        return system.supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Reads the view.
     *
     * @param now the present time, epoch nanoseconds
     * @return what is there; never an error
     */
    public ViewState read(long now) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return new ViewState.Unreadable(file + " is too long for what the alerter writes");
            }
            return judge(AlerterViewFields.parse(new PayloadReader().read(Files.readAllBytes(file))), now);
        } catch (NoSuchFileException e) {
            return new ViewState.Absent();
        } catch (IOException | RecordFormatException e) {
            return new ViewState.Unreadable(file + " cannot be read: " + e.getMessage());
        }
    }

    private static ViewState judge(AlerterView view, long now) {
        boolean old = now - view.at() > MOST_SILENCE.toNanos();
        return old ? new ViewState.Old(view) : new ViewState.Current(view);
    }
}
