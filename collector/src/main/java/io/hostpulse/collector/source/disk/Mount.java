package io.hostpulse.collector.source.disk;

/**
 * One mounted filesystem.
 *
 * @param id tells filesystems apart: two mounts with the same one show the same filesystem
 * @param path where it is mounted
 * @param type the filesystem's type, such as {@code ext4}
 * @param device what is mounted, such as {@code /dev/sda1}
 * @param readOnly whether nothing can be written through this mount
 */
record Mount(String id, String path, String type, String device, boolean readOnly) {

    /** Whether a path lies in the tree below this mount. */
    boolean contains(String other) {
        return path.equals("/")
                || other.equals(path)
                || (other.startsWith(path) && isSeparator(other.charAt(path.length())))
                || (other.startsWith(path) && isSeparator(path.charAt(path.length() - 1)));
    }

    private static boolean isSeparator(char c) {
        return c == '/' || c == '\\';
    }
}
