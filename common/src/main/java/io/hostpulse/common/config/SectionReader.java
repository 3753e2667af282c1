package io.hostpulse.common.config;

import java.util.List;

/**
 * Reads one top-level section for the sake of its problems, so that a checker can look at sections of modules it does not
 * depend on. Provided through {@link java.util.ServiceLoader}.
 */
public interface SectionReader {

    /**
     * Names the section.
     *
     * @return its key at the top of the file, for example {@code broker}
     */
    String section();

    /**
     * Asks for every key of the section; problems are reported through it.
     *
     * @param node the section
     */
    void read(ConfigNode node);

    /**
     * Does the same from the top, for a section whose meaning depends on another one.
     *
     * @param root the section that holds all others
     */
    default void readFrom(ConfigNode root) {
        read(root.section(section()));
    }

    /**
     * Says what is no mistake but worth knowing, such as something that was found and cannot be used.
     *
     * @param root the section that holds all others, in which nothing is wrong
     * @return sentences for the person who asked; most often none
     */
    default List<String> notes(ConfigNode root) {
        return List.of();
    }
}
