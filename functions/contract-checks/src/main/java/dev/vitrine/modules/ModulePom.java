package dev.vitrine.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// What a module says of itself.
///
/// @param parent empty where there is none
/// @param needs the modules of this house that it depends on
record ModulePom(String name, String parent, List<String> needs) {
    private static final String HOUSE = "dev.vitrine";

    static ModulePom read(Path file) {
        try {
            var project = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            return new ModulePom(text(project, "artifactId"), parent(project), needs(project));
        } catch (ParserConfigurationException | SAXException | IOException unread) {
            throw new IllegalStateException(file + " cannot be read", unread);
        }
    }

    private static String parent(Element project) {
        var parent = project.getElementsByTagName("parent").item(0);
        return parent == null ? "" : text(parent, "artifactId");
    }

    private static List<String> needs(Element project) {
        var needs = new ArrayList<String>();
        var dependencies = project.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            var dependency = dependencies.item(i);
            // what is managed is not needed yet
            var managed =
                    dependency.getParentNode().getParentNode().getNodeName().equals("dependencyManagement");
            if (!managed && text(dependency, "groupId").equals(HOUSE)) {
                needs.add(text(dependency, "artifactId"));
            }
        }
        return List.copyOf(needs);
    }

    /// Empty where there is none.
    private static String text(Node parent, String name) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return child.getTextContent().strip();
            }
        }
        return "";
    }
}
