package io.hostpulse.collector.plugin;

import java.util.zip.ZipException;

/** Says in a sentence what the errors of class loading mean for the author of a plugin. */
final class Reason {

    private Reason() {}

    static String of(Throwable e) {
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
