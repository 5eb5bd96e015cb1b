package dev.vitrine.platform.test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// What the pom of an artefact may say: it is made of `capability-parent`, and of this house it carries the platform,
/// ports, and events alone. Another capability's artefact is never a dependency: what depends on it would be built and
/// deployed again with each of its changes.
public final class PomRules {
    private static final String HOUSE = "dev.vitrine";
    private static final Pattern ALLOWED = Pattern.compile("shared-model|event-model|media-provider"
            + "|platform(-(sql|hibernate|redis|tokens|invoke|test))?|[a-z][a-z0-9-]*-events");
    private static final Pattern NOT_PACKAGED = Pattern.compile("platform-test");

    private PomRules() {}

    /// @return what is wrong, in sentences; nothing when nothing is
    public static List<String> broken(Path pom) {
        var project = read(pom);
        var broken = new ArrayList<String>();
        var parent = text(only(project, "parent"), "artifactId");
        if (!parent.equals("capability-parent")) {
            broken.add("the parent must be capability-parent, is " + parent);
        }
        for (var dependency : dependencies(project)) {
            if (text(dependency, "groupId").equals(HOUSE)) {
                check(text(dependency, "artifactId"), text(dependency, "scope"), broken);
            }
        }
        return List.copyOf(broken);
    }

    private static void check(String artifact, String scope, List<String> broken) {
        if (!ALLOWED.matcher(artifact).matches()) {
            broken.add(artifact + " is neither the platform nor a module of events");
        }
        if (NOT_PACKAGED.matcher(artifact).matches() && !scope.equals("test")) {
            broken.add(artifact + " must have the scope test");
        }
    }

    private static List<Element> dependencies(Element project) {
        var all = new ArrayList<Element>();
        var found = project.getElementsByTagName("dependency");
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    private static Element only(Element parent, String name) {
        return (Element) parent.getElementsByTagName(name).item(0);
    }

    /// Empty where there is none.
    private static String text(Element parent, String name) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return child.getTextContent().strip();
            }
        }
        return "";
    }

    private static Element read(Path pom) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException unread) {
            throw new IllegalStateException(pom + " cannot be read", unread);
        }
    }
}
