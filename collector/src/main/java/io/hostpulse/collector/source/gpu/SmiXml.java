package io.hostpulse.collector.source.gpu;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what {@code nvidia-smi -q -x} writes. Its document type is named, but never looked up: neither it nor any entity may
 * make this program open a file or a connection.
 */
final class SmiXml {

    /** It has five levels. A document with thousands would end in a stack overflow. */
    private static final int DEEPEST = 32;

    /** Hundreds of lines of clocks that could be chosen. */
    private static final String NOT_WANTED = "supported_clocks";

    private SmiXml() {}

    static SmiElement parse(byte[] document) throws IOException {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(text(document));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                // The declaration, the document type and comments come first.
                continue;
            }
            return element(reader, 1);
        } catch (XMLStreamException | IllegalStateException e) {
            throw new IOException("nvidia-smi wrote something that is not its XML: " + oneLine(e.getMessage()), e);
        }
    }

    /** Decoded here, because the parser would write an invalid byte to stderr. */
    private static Reader text(byte[] document) {
        return new StringReader(new String(document, StandardCharsets.UTF_8));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("entities are not looked up");
        });
        return factory;
    }

    private static SmiElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("elements are nested more than " + DEEPEST + " deep");
        }
        String name = reader.getLocalName();
        Map<String, String> attributes = attributes(reader);
        StringBuilder text = new StringBuilder();
        List<SmiElement> children = new ArrayList<>();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                SmiElement child = element(reader, depth + 1);
                if (!child.name().equals(NOT_WANTED)) {
                    children.add(child);
                }
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        return new SmiElement(name, attributes, text.toString().strip(), children);
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static String oneLine(String message) {
        return String.valueOf(message)
                .lines()
                .reduce("", (first, next) -> first + " " + next.strip())
                .strip();
    }
}
