package dev.vitrine.manifests;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// What a DASH manifest breaks: its schema first, then what a schema cannot say (ISO/IEC 23009-1, 5.3).
final class DashRules {
    private static final Schema SCHEMA = schema();

    private DashRules() {}

    static List<String> broken(String text) {
        List<String> broken = new ArrayList<>();
        try {
            Document document = parse(text);
            var validator = SCHEMA.newValidator();
            validator.setErrorHandler(new Collected(broken));
            validator.validate(new DOMSource(document));
            Element root = document.getDocumentElement();
            presentation(root, broken);
            for (Element period : elements(root, "Period")) {
                representations(period, broken);
            }
        } catch (SAXException e) {
            broken.add("annex B: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return broken;
    }

    private static void presentation(Element root, List<String> broken) {
        boolean dynamic = root.getAttribute("type").equals("dynamic");
        for (String name : List.of("availabilityStartTime", "publishTime")) {
            if (dynamic && !root.hasAttribute(name)) {
                broken.add("5.3.1.2: a dynamic manifest without " + name);
            }
        }
        if (!dynamic && root.hasAttribute("minimumUpdatePeriod")) {
            broken.add("5.3.1.2: a static manifest that is updated");
        }
        boolean ends = root.hasAttribute("mediaPresentationDuration")
                || elements(root, "Period").getLast().hasAttribute("duration");
        if (!ends && !root.hasAttribute("minimumUpdatePeriod")) {
            broken.add("5.3.1.2: neither its length is said nor when it is to be read again");
        }
    }

    private static void representations(Element period, List<String> broken) {
        Set<String> ids = new HashSet<>();
        for (Element representation : elements(period, "Representation")) {
            String id = representation.getAttribute("id");
            if (!ids.add(id)) {
                broken.add("5.3.5.2: two representations " + id);
            }
            Element set = (Element) representation.getParentNode();
            for (String name : List.of("mimeType", "codecs")) {
                if (!representation.hasAttribute(name) && !set.hasAttribute(name)) {
                    broken.add("5.3.7.2: " + id + " has no " + name);
                }
            }
            List<Element> templates = elements(representation, "SegmentTemplate");
            if (templates.isEmpty()) {
                templates = elements(set, "SegmentTemplate");
            }
            if (templates.size() != 1) {
                broken.add("5.3.9.1: " + id + " has " + templates.size() + " templates");
            } else {
                template(id, templates.getFirst(), broken);
            }
        }
    }

    private static void template(String id, Element template, List<String> broken) {
        boolean listed = !elements(template, "SegmentTimeline").isEmpty();
        if (listed == template.hasAttribute("duration")) {
            broken.add("5.3.9.2: " + id + " has a length of segments and a list of them, or neither");
        }
        for (String name : List.of("initialization", "media")) {
            String address = template.getAttribute(name);
            if (address.chars().filter(each -> each == '$').count() % 2 != 0) {
                broken.add("5.3.9.4.4: " + id + " has a dollar too many in " + address);
            }
        }
        if (!template.getAttribute("media").matches(".*\\$(Number|Time)(%0\\d+d)?\\$.*")) {
            broken.add("5.3.9.4.4: the segments of " + id + " have one address");
        }
    }

    private static List<Element> elements(Element parent, String name) {
        var found = parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Document parse(String text) throws SAXException, IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(DashRules.class.getResource("mpd.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException("the schema of manifests is broken", e);
        }
    }

    private record Collected(List<String> broken) implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            error(e);
        }

        @Override
        public void error(SAXParseException e) {
            broken.add("annex B: " + e.getMessage());
        }

        @Override
        public void fatalError(SAXParseException e) {
            error(e);
        }
    }
}
