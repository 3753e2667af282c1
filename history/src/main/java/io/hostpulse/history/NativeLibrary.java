package io.hostpulse.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Puts SQLite's native library beside the database. The driver by itself would unpack it into the system's temporary folder
 * under a new name at each start: that is outside the data directory, may not allow programs to be run from it, and keeps a
 * megabyte for every process that was killed.
 */
final class NativeLibrary {

    private NativeLibrary() {}

    /** Unpacks it unless it is there, byte by byte, and tells the driver; of consequence only before the first connection. */
    static void unpack(Path folder) {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new HistoryException(
                        HistoryException.Failure.REFUSED,
                        "the history needs SQLite, which has no library for this system (" + resource
                                + "): switch the history off");
            }
            Path library = Files.createDirectories(folder.toAbsolutePath()).resolve(versioned(name));
            place(packed.readAllBytes(), library);
            System.setProperty("org.sqlite.lib.path", folder.toAbsolutePath().toString());
            System.setProperty("org.sqlite.lib.name", versioned(name));
        } catch (IOException e) {
            throw new HistoryException(
                    HistoryException.Failure.DISK_ERROR,
                    "SQLite's library cannot be unpacked into " + folder + ": " + e
                            + "; the history needs a directory in which it may write",
                    e);
        }
    }

    // A new version gets a new name, since another process may have the old one loaded.
    private static String versioned(String name) {
        return SQLiteJDBCLoader.getVersion() + "-" + name;
    }

    private static void place(byte[] bytes, Path library) throws IOException {
        if (Files.exists(library) && Arrays.equals(bytes, Files.readAllBytes(library))) {
            return;
        }
        Path fresh = Files.createTempFile(library.getParent(), "unpacking", ".tmp");
        try {
            Files.write(fresh, bytes);
            Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
