package io.hostpulse.exporter.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Makes plugins as their authors do.
 *
 * @param directory where the jars go
 */
public record SinkJars(Path directory) {

    /** The file that names the types. */
    public static final String SERVICE = "META-INF/services/io.hostpulse.exporter.sink.SinkType";

    private static final Path PAGE = Path.of("../docs/PLUGINS.md");
    private static final Pattern CLASS = Pattern.compile("public (?:final )?class (\\w+)");

    /** Takes the block of code with this text in it from the page. */
    public static String fromThePage(String language, String containing) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .filter(code -> code.contains(containing))
                .findFirst()
                .orElseThrow();
    }

    /** A type called {@code name} with this method {@code configure}. */
    public static String type(String name, String body) {
        return """
                package example;
                import io.hostpulse.exporter.sink.*;
                import io.hostpulse.common.config.ConfigNode;
                public final class %1$sType implements SinkType {
                    public String name() { return "%1$s"; }
                    public Opener configure(ConfigNode options) { %2$s }
                }
                """.formatted(name, body);
    }

    /** Compiles one public class in the package example and packs it. */
    public Path make(String jar, String source) throws IOException {
        Matcher found = CLASS.matcher(source);
        assertThat(found.find()).isTrue();
        Path work = Files.createTempDirectory(directory.getParent(), "work");
        Path file = Files.writeString(work.resolve(found.group(1) + ".java"), source);
        Path classes = Files.createDirectory(work.resolve("classes"));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String[] arguments = {"--release", "17", "-d", classes.toString(), "-cp", classPath, file.toString()};
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments))
                .isZero();
        return pack(jar, classes, SERVICE, "example." + found.group(1) + "\n");
    }

    /** Packs a single file of text. */
    public Path holding(String jar, String entry, String text) throws IOException {
        return pack(jar, Files.createTempDirectory(directory.getParent(), "nothing"), entry, text);
    }

    private Path pack(String name, Path classes, String entry, String text) throws IOException {
        Path jar = Files.createDirectories(directory).resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            out.putNextEntry(new JarEntry(entry));
            out.write(text.getBytes(StandardCharsets.UTF_8));
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (Path one : files) {
                out.putNextEntry(new JarEntry(classes.relativize(one).toString()));
                Files.copy(one, out);
            }
        }
        return jar;
    }
}
