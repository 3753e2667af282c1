package io.hostpulse.alerter.notify.file;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Outcome;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/** Appends lines, and puts the file away before it becomes larger than it may be. */
final class FileHandler implements Handler {

    private final AlertFile file;
    private final Archive archive;
    private final AlertLines lines;
    private final long maxSize;
    private boolean isTidy;

    FileHandler(Path path, AlertLines lines, long maxSize, int keep) {
        this.file = new AlertFile(path);
        this.archive = new Archive(path, keep);
        this.lines = lines;
        this.maxSize = maxSize;
    }

    @Override
    public Outcome send(Notification notification) {
        try {
            byte[] bytes = lines.of(notification);
            String note = rotate(bytes.length);
            file.append(bytes);
            return new Outcome.Delivered("written to " + file.path() + note);
        } catch (IOException e) {
            return new Outcome.TryAgain(file.path() + " cannot be written: " + reason(e), Optional.empty());
        }
    }

    /** A rotation that fails, on a full disk for example, must not keep an alert from being written; the receipt tells. */
    private String rotate(int more) {
        try {
            long size = file.size();
            if (size > 0 && size + more > maxSize) {
                isTidy = false;
                archive.add();
            } else if (!isTidy) {
                archive.tidy();
            }
            isTidy = true;
            return "";
        } catch (IOException e) {
            return ", but older files could not be put away: " + reason(e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getFile() + ": " + system.getReason()
                : String.valueOf(e.getMessage());
    }
}
