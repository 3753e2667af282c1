package io.hostpulse.common.net;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one answer as RFC 9112 describes it, within limits. The connection ends with it, so nothing is left for a next one. */
final class AnswerReader {

    private static final int MAX_LINE = 16 << 10;
    private static final int MAX_HEAD = 64 << 10;
    private static final int MAX_INTERIM = 8;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?", Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]++):(.*)", Pattern.DOTALL);
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,8})[ \\t]*+(?:;.*)?", Pattern.DOTALL);

    private final InputStream in;
    private final int maxBody;
    private final boolean needsBody;
    private int headLeft = MAX_HEAD;

    AnswerReader(InputStream in, int maxBody, boolean needsBody) {
        this.in = in;
        this.maxBody = maxBody;
        this.needsBody = needsBody;
    }

    HttpAnswer read(String method) throws IOException {
        int status = status();
        Map<String, String> headers = headers();
        for (int interim = 0; status < 200; interim++) {
            if (interim == MAX_INTERIM || status == 101) {
                throw new HttpFailureException("the answer is no HTTP: it never comes to its status");
            }
            status = status();
            headers = headers();
        }
        boolean hasBody = !method.equals("HEAD") && status != 204 && status != 304;
        return new HttpAnswer(status, headers, hasBody ? bodyIfPossible(headers) : Optional.of(new byte[0]));
    }

    private int status() throws IOException {
        Matcher status = STATUS.matcher(line());
        if (!status.matches()) {
            throw new HttpFailureException("the answer is no HTTP/1.1");
        }
        return Integer.parseInt(status.group(1));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) {
                throw new HttpFailureException("the answer has a broken header");
            }
            String name = header.group(1).toLowerCase(Locale.ROOT);
            String value = header.group(2).strip();
            String before = headers.put(name, value);
            if (name.equals("content-length") && before != null && !before.equals(value)) {
                throw new HttpFailureException("the answer has two different lengths");
            }
        }
        return headers;
    }

    private Optional<byte[]> bodyIfPossible(Map<String, String> headers) throws IOException {
        try {
            return body(headers);
        } catch (IOException e) {
            if (needsBody) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Optional<byte[]> body(Map<String, String> headers) throws IOException {
        String coding = headers.getOrDefault("transfer-encoding", "");
        if (!coding.isEmpty()) {
            return coding.equalsIgnoreCase("chunked") ? chunks() : unknownCoding();
        }
        String length = headers.get("content-length");
        if (length == null) {
            return untilTheEnd();
        }
        if (!LENGTH.matcher(length).matches()) {
            throw new HttpFailureException("the answer has a broken length");
        }
        long expected = Long.parseLong(length);
        return expected > maxBody ? Optional.empty() : Optional.of(exactly((int) expected));
    }

    private static Optional<byte[]> unknownCoding() throws IOException {
        throw new HttpFailureException("the answer has a transfer coding that was not asked for");
    }

    private Optional<byte[]> untilTheEnd() throws IOException {
        byte[] all = in.readNBytes(maxBody + 1);
        return all.length > maxBody ? Optional.empty() : Optional.of(all);
    }

    private Optional<byte[]> chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            if (size > maxBody - body.size()) {
                return Optional.empty();
            }
            body.writeBytes(exactly(size));
            if (!line().isEmpty()) {
                throw new HttpFailureException("the answer has a broken chunk");
            }
        }
        headers();
        return Optional.of(body.toByteArray());
    }

    // Chunk lines do not count as the head: there may be as many as there are bytes in the body.
    private int chunkSize() throws IOException {
        headLeft = MAX_HEAD;
        Matcher chunk = CHUNK.matcher(line());
        if (!chunk.matches()) {
            throw new HttpFailureException("the answer has a broken chunk");
        }
        return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(chunk.group(1), 16));
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int b = next(); b != '\n'; b = next()) {
            line.write(b);
            if (line.size() > MAX_LINE || --headLeft < 0) {
                throw new HttpFailureException("the answer's head is larger than 64 KB");
            }
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int next() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }
}
