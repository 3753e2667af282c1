package io.hostpulse.common.queue;

import java.io.IOException;

/** Follows the words before the documents of a file, as Chronicle does when it looks for the place to append. */
final class DocumentChain {

    private DocumentChain() {}

    /** Says why a writer must not go on in this file; empty when it may. */
    static String problemIn(RollFile file) throws IOException {
        try (FileWindow window = new FileWindow(file.path())) {
            long end = endOf(window);
            if (end < 0) {
                return "an impossible length at byte " + ~end;
            }
            if (end > window.fileSize()) {
                return "it was cut off at byte " + window.fileSize();
            }
            return window.word(end) == DocumentHeader.EMPTY && hasRecordBehind(file, end)
                    ? "records lie behind a hole at byte " + end
                    : "";
        }
    }

    /** Where the next document would go; the complement of the place where the chain breaks. */
    private static long endOf(FileWindow window) throws IOException {
        long at = 0;
        int word = window.word(at);
        while (word != DocumentHeader.EMPTY
                && word != DocumentHeader.END_OF_FILE
                && !DocumentHeader.isIncomplete(word)) {
            if (!DocumentHeader.isPossible(word)) {
                return ~at;
            }
            at = DocumentHeader.next(at, word);
            word = window.word(at);
        }
        return at;
    }

    private static boolean hasRecordBehind(RollFile file, long end) throws IOException {
        try (RollFileReader reader = new RollFileReader(file)) {
            reader.moveTo(end);
            return reader.hasRecordBehind();
        }
    }
}
