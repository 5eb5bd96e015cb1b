package dev.vitrine.live.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Puts the video representations of a DASH manifest into one adaptation set: only then may a player change between
/// them (ISO/IEC 23009-1, 5.3.3).
final class LadderInOneSet {
    private LadderInOneSet() {}

    static void merge(Path manifest) {
        try {
            var document = parse(manifest);
            var sets = IntStream.range(
                            0, document.getElementsByTagName("AdaptationSet").getLength())
                    .mapToObj(i -> (Element)
                            document.getElementsByTagName("AdaptationSet").item(i))
                    .filter(set -> set.getAttribute("contentType").equals("video"))
                    .toList();
            if (sets.size() > 1) {
                merge(sets);
                write(document, manifest);
            }
        } catch (IOException | SAXException | ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException("the replay's DASH manifest cannot be completed", e);
        }
    }

    private static void merge(List<Element> sets) {
        var ladder = sets.getFirst();
        List.of("par", "maxWidth", "maxHeight", "frameRate", "bitstreamSwitching")
                .forEach(ladder::removeAttribute);
        for (var set : sets.subList(1, sets.size())) {
            var representations = set.getElementsByTagName("Representation");
            while (representations.getLength() > 0) {
                ladder.appendChild(representations.item(0)); // it leaves the live list with the move
            }
            set.getParentNode().removeChild(set);
        }
    }

    private static Document parse(Path manifest) throws IOException, SAXException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(manifest.toFile());
    }

    private static void write(Document document, Path manifest) throws TransformerException {
        TransformerFactory.newInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(manifest.toFile()));
    }
}
