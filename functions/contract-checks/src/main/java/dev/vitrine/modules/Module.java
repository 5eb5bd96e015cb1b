package dev.vitrine.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// A module of the house.
///
/// @param name its artifactId
/// @param folder relative to the project, with slashes; empty for the list of all
/// @param parent empty where there is none
/// @param dependencies those of this house, whatever their scope; what is only managed is not needed yet
record Module(String name, String folder, String parent, List<String> dependencies) {
    private static final String HOUSE = "dev.vitrine";
    private static final Set<String> WITHOUT_POMS = Set.of("target", "node_modules", "src", "clients", "docs");

    /// All below a project's root.
    static List<Module> all(Path root) {
        var poms = new ArrayList<Path>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    var name = folder.getFileName().toString();
                    return !folder.equals(root) && (name.startsWith(".") || WITHOUT_POMS.contains(name))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.endsWith("pom.xml")) {
                        poms.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return poms.stream().sorted().map(pom -> of(root, pom)).toList();
    }

    /// Its parent and its dependencies.
    List<String> needs() {
        var needs = new ArrayList<>(dependencies);
        needs.add(0, parent);
        return List.copyOf(needs);
    }

    /// The capability that it is a part of; its list of modules is none.
    Optional<String> capability() {
        var parts = folder.split("/");
        return parts.length == 3 && parts[0].equals("functions") ? Optional.of(parts[1]) : Optional.empty();
    }

    private static Module of(Path root, Path pom) {
        var project = read(pom);
        var folder = root.relativize(pom.getParent()).toString().replace('\\', '/');
        return new Module(text(project, "artifactId"), folder, parent(project), dependencies(project));
    }

    private static String parent(Element project) {
        var parent = (Element) project.getElementsByTagName("parent").item(0);
        return parent == null ? "" : text(parent, "artifactId");
    }

    private static List<String> dependencies(Element project) {
        var dependencies = new ArrayList<String>();
        var found = project.getElementsByTagName("dependency");
        for (int i = 0; i < found.getLength(); i++) {
            var element = (Element) found.item(i);
            var managed = element.getParentNode().getParentNode().getNodeName().equals("dependencyManagement");
            if (!managed && text(element, "groupId").equals(HOUSE)) {
                dependencies.add(text(element, "artifactId"));
            }
        }
        return List.copyOf(dependencies);
    }

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
