package dev.vitrine.it.gate;

import dev.vitrine.it.support.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A copy of this source tree with what was built of it, as one commit of a repository of its own.
final class SourceTree {
    private final Path home;

    private SourceTree(Path home) {
        this.home = home;
    }

    /// @param home a folder that does not exist yet
    static SourceTree copy(Path home) throws IOException, InterruptedException {
        Files.createDirectories(home);
        var tree = new SourceTree(home);
        tree.bash("""
                (cd "$1" && git ls-files -z --cached --others --exclude-standard | tar -cf - --null -T -) | tar -xf - -C .
                git init -q . && git add -A
                git -c user.email=tests@example.com -c user.name=tests commit -qm copied
                cd "$1"
                for built in functions/*/*/target infra/local/target; do
                  mkdir -p "$2/$built"
                  for part in function.zip local-cloud.jar lib native .inputs; do
                    [ ! -e "$built/$part" ] || cp -R "$built/$part" "$2/$built/"
                  done
                done
                mkdir -p "$2/clients/web/dist" && cp -R clients/web/dist/. "$2/clients/web/dist/"
                """, Cloud.root().toString(), home.toString());
        return tree;
    }

    Path home() {
        return home;
    }

    /// Builds the web client of these sources with the packages of the other tree.
    void buildWebClient() throws IOException, InterruptedException {
        bash("""
                for place in clients clients/web clients/contracts; do
                  packages=$1/$place/node_modules
                  if [ -d "$packages" ]; then mkdir "$place/node_modules" && ln -s "$packages"/* "$place/node_modules/"; fi
                done
                ln -s "$1/clients/node_modules/.bin" clients/node_modules/
                # ours are these sources
                rm clients/node_modules/@vitrine && cp -R "$1/clients/node_modules/@vitrine" clients/node_modules/
                npm --prefix clients run typecheck -w web
                npm --prefix clients run build
                mkdir -p target && touch target/.built-web
                """, Cloud.root().toString());
    }

    /// The hashes of what each package is made of, for the JVM and natively.
    Map<String, String> inputs() throws IOException, InterruptedException {
        var inputs = new TreeMap<String, String>();
        bash("""
                here=$PWD; die() { echo "$*"; exit 1; }; . functions/inputs.sh
                sources=$(source_hashes) known_modules=$(modules)
                for artefact in $(artefacts); do
                  echo "$artefact $(native_inputs "$artefact") $(jvm_inputs "$(artefact_folder "$artefact")")"
                done
                echo "local-cloud $(jvm_inputs infra/local)"
                """).forEach(line -> inputs.put(line.split(" ", 2)[0], line));
        return inputs;
    }

    /// Runs a function of the tree's own gate.
    ///
    /// @return what it said, line by line
    List<String> gate(String command) throws IOException, InterruptedException {
        return bash("""
                . ./vitrine help >/dev/null
                need_jdk
                . integration-tests/run.sh
                tree=$(tree_hashes) known_modules=$(modules) sources=$(source_hashes)
                """ + command);
    }

    /// Runs a script in the tree.
    ///
    /// @return what it said, line by line
    /// @throws AssertionError with what it said when it failed
    List<String> bash(String script, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", "-c", "set -euo pipefail\n" + script, "bash"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new AssertionError(script + "\n" + said);
        }
        return said.lines().toList();
    }
}
