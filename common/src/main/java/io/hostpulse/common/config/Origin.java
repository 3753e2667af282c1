package io.hostpulse.common.config;

/** Where a value was written, and so where a person has to go to correct it. */
public sealed interface Origin {

    /**
     * Says where, in front of a problem.
     *
     * @param path the path of the key; empty when the problem is not about one key
     * @return the beginning of the problem's line, such as {@code config.yaml:12: broker.port}; may be empty
     */
    String at(String path);

    /**
     * A place in the file.
     *
     * @param file the file as the user named it
     * @param line the line, from 1; 0 when the problem is the file as a whole
     */
    record InFile(String file, int line) implements Origin {
        @Override
        public String at(String path) {
            String place = line == 0 ? file : file + ":" + line;
            return path.isEmpty() ? place : place + ": " + path;
        }
    }

    /** A {@code --set} flag on the command line; its value is left out, since it may be a secret. */
    record InFlag() implements Origin {
        @Override
        public String at(String path) {
            return "--set " + path + "=…";
        }
    }

    /**
     * A variable of the environment.
     *
     * @param name the variable
     */
    record InVariable(String name) implements Origin {
        @Override
        public String at(String path) {
            return name;
        }
    }

    /** No place at all: nobody wrote it, or what was written cannot be told apart. */
    record Nowhere() implements Origin {
        @Override
        public String at(String path) {
            return path;
        }
    }
}
