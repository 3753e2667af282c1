package io.hostpulse.alerter.notify.email;

import jakarta.activation.CommandInfo;
import jakarta.activation.CommandMap;
import jakarta.activation.DataContentHandler;
import java.util.Locale;
import org.eclipse.angus.mail.handlers.multipart_mixed;
import org.eclipse.angus.mail.handlers.text_html;
import org.eclipse.angus.mail.handlers.text_plain;

/**
 * What writes the parts of our messages. Without it Jakarta Activation would look for that in {@code .mailcap} of the home folder, in
 * the JDK's and in every jar.
 */
final class PartWriters extends CommandMap {

    @Override
    public DataContentHandler createDataContentHandler(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            return new multipart_mixed();
        }
        return type.startsWith("text/html") ? new text_html() : new text_plain();
    }

    @Override
    public CommandInfo[] getPreferredCommands(String contentType) {
        return new CommandInfo[0];
    }

    @Override
    public CommandInfo[] getAllCommands(String contentType) {
        return new CommandInfo[0];
    }

    @Override
    public CommandInfo getCommand(String contentType, String command) {
        return null;
    }
}
