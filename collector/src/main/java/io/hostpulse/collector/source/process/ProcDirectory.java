package io.hostpulse.collector.source.process;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;

/**
 * The real ones. Files are opened for each read: keeping thousands open would take as many descriptors, and a file that is kept
 * goes on belonging to the process that has ended. {@link FileInputStream} is the cheapest that Java has: it makes no path
 * objects and reads into our buffer.
 */
final class ProcDirectory implements ProcFiles {

    private final String proc;

    ProcDirectory(String proc) {
        this.proc = proc;
    }

    @Override
    public int[] pids() throws IOException {
        String[] names = new File(proc).list();
        if (names == null) {
            throw new IOException(proc + " cannot be listed");
        }
        int[] pids = new int[names.length];
        int count = 0;
        for (String name : names) {
            int pid = pid(name);
            if (pid > 0) {
                pids[count++] = pid;
            }
        }
        int[] all = Arrays.copyOf(pids, count);
        Arrays.sort(all);
        return all;
    }

    /** Zero for what is no process; there are some fifty such names. */
    private static int pid(String name) {
        int pid = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < '0' || c > '9' || i == 9) {
                return 0;
            }
            pid = pid * 10 + c - '0';
        }
        return pid;
    }

    @Override
    public int read(int pid, String file, byte[] buffer) throws IOException {
        String path = proc + '/' + pid + '/' + file;
        try (FileInputStream in = new FileInputStream(path)) {
            return Math.max(0, in.read(buffer));
        } catch (IOException e) {
            throw explained(pid, path, e);
        }
    }

    @Override
    public int count(int pid, String folder) throws IOException {
        String path = proc + '/' + pid + '/' + folder;
        String[] names = new File(path).list();
        if (names == null) {
            throw explained(pid, path, new IOException(path + " cannot be listed"));
        }
        return names.length;
    }

    /** Java says neither "no such file" nor "not permitted" by type, and in words only in the user's language. */
    private IOException explained(int pid, String path, IOException e) {
        if (!new File(proc, Integer.toString(pid)).exists()) {
            return because(new NoSuchFileException(path), e);
        }
        return new File(path).exists() ? because(new AccessDeniedException(path), e) : e;
    }

    private static IOException because(IOException explanation, IOException cause) {
        explanation.initCause(cause);
        return explanation;
    }
}
