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
            rotate(bytes.length);
            file.append(bytes);
            return new Outcome.Delivered("written to " + file.path());
        } catch (IOException e) {
            return new Outcome.TryAgain(reason(e), Optional.empty());
        }
    }

    /** A rotation that fails, on a full disk for example, must not keep an alert from being written. */
    private void rotate(int more) throws IOException {
        long size = file.size();
        if (size > 0 && size + more > maxSize) {
            isTidy = false;
            archive.add();
            isTidy = true;
        } else if (!isTidy && size > 0) {
            archive.tidy();
            isTidy = true;
        }
    }

    private String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return file.path() + " cannot be written: no permission for " + ((AccessDeniedException) e).getFile();
        }
        String what = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
        return file.path() + " cannot be written: " + what;
    }
}
