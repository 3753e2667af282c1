package io.hostpulse.collector.source.system.protocol;

import io.hostpulse.collector.source.measure.Numbers;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** /proc/net/sockstat and sockstat6: lines of a protocol and pairs of name and number, here {@code TCP6.inuse}. */
final class SocketNumbers implements Numbers {

    private final KernelFile sockstat;
    private final Path sockstat6;

    SocketNumbers(Path proc) {
        this.sockstat = new KernelFile(proc.resolve("net/sockstat").toString());
        this.sockstat6 = proc.resolve("net/sockstat6");
    }

    @Override
    public Map<String, Long> read() throws IOException {
        Map<String, Long> numbers = new HashMap<>();
        parse(sockstat.read(), numbers);
        if (Files.exists(sockstat6)) {
            parse(KernelFile.readOnce(sockstat6.toString()), numbers);
        }
        return numbers;
    }

    static void parse(TextCursor text, Map<String, Long> numbers) throws MalformedTextException {
        for (; !text.atEnd(); text.nextLine()) {
            String protocol = text.until(':');
            text.require(":");
            while (!text.atLineEnd()) {
                numbers.put(protocol + "." + text.word(), text.number());
            }
        }
    }

    @Override
    public void close() {
        sockstat.close();
    }
}
