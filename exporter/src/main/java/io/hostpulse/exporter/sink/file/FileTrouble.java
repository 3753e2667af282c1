package io.hostpulse.exporter.sink.file;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says for a person why files cannot be written. */
public final class FileTrouble {

    private FileTrouble() {}

    /**
     * Says it.
     *
     * @param directory where they should be
     * @param problem what went wrong
     * @return a sentence without a full stop
     */
    public static String in(Path directory, Exception problem) {
        Throwable cause = problem instanceof UncheckedIOException unchecked ? unchecked.getCause() : problem;
        if (cause instanceof AccessDeniedException denied) {
            return "no permission to write " + denied.getFile();
        }
        boolean silent = cause instanceof FileSystemException files && files.getReason() == null;
        return "files in " + directory + " cannot be written: " + (silent ? cause.toString() : cause.getMessage());
    }
}
