package io.hostpulse.common.plugin;

import java.util.zip.ZipException;

/** Says in a sentence what the errors of class loading mean for the author of a plugin. */
public final class LoadingFailure {

    private LoadingFailure() {}

    /**
     * Explains an error.
     *
     * @param e what a plugin threw, or what was thrown while its classes were loaded
     * @return what it means; the message alone where nothing more is known
     */
    public static String of(Throwable e) {
        if (e instanceof UnsupportedClassVersionError) {
            return "it was compiled for a newer Java than " + Runtime.version().feature() + ": " + e.getMessage();
        }
        if (e instanceof NoClassDefFoundError || e instanceof ClassNotFoundException) {
            return "a class is missing that is neither in the jar nor a part of what plugins see: " + e.getMessage();
        }
        if (e instanceof LinkageError) {
            return "it does not fit this version of Hostpulse, compile it anew: " + e;
        }
        if (e instanceof ZipException) {
            return "it is no jar: " + e.getMessage();
        }
        String message = e.getMessage();
        return message == null ? e.toString() : message;
    }
}
