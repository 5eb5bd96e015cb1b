import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../test/contracts.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const { parseYaml } = createRequire(require.resolve('@redocly/cli/package.json'))('@redocly/openapi-core');
const sources = fileURLToPath(new URL('.', import.meta.url));
const home = join(root, 'target/foreign');
const library = join(home, 'lib');
export const capabilities = ['chat', 'ledger', 'rooms'];
export const languages = ['java', 'typescript', 'python', 'go'] as const;
type Language = (typeof languages)[number];

const generators: Record<Language, string> = {
  java: 'java',
  typescript: 'typescript-fetch',
  python: 'python-pydantic-v1',
  go: 'go',
};

/** What is said to every generator, and to each: an answer may hold what its contract does not know yet. */
const open = { disallowAdditionalPropertiesIfNotPresent: false, enumUnknownDefaultCase: true };

function properties(language: Language, name: string): object {
  switch (language) {
    case 'java':
      return {
        ...open,
        ...packages(name),
        library: 'native',
        useJakartaEe: true,
        hideGenerationTimestamp: true,
      };
    case 'typescript':
      return open;
    case 'python':
      return { ...open, packageName: `vitrine_${name}` };
    case 'go':
      return { ...open, packageName: name, enumClassPrefix: true };
  }
}

const packages = (name: string) => ({
  invokerPackage: `vitrine.${name}`,
  apiPackage: `vitrine.${name}.api`,
  modelPackage: `vitrine.${name}.model`,
});

export const contractOf = (name: string) => join(root, 'functions', name, 'contract/openapi.yaml');

/** Schemas of a contract, and of what it shares with others, that are enumerations of texts. */
export function enumerations(name: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of [join(root, 'functions/platform/contract/common.yaml'), contractOf(name)]) {
    const { schemas } = parseYaml(readFileSync(file, 'utf8')).components;
    for (const [schema, { enum: values }] of Object.entries<{ enum?: string[] }>(schemas))
      if (values) found.set(schema, values);
  }
  return found;
}

/** Where a client is written. */
const clientOf = (language: Language, name: string) =>
  join(home, language, ...(language === 'python' ? [`${name}-client`] : [name]));

/** Takes the generator and what clients of Java need from Maven's repository, and generates all clients at once. */
export async function generate(): Promise<void> {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const pom = join(sources, 'pom.xml');
  await run(join(root, 'mvnw'), [
    '-B',
    '-ntp',
    '-q',
    '-f',
    pom,
    'dependency:copy-dependencies',
    `-DoutputDirectory=${library}`,
  ]);
  const configurations = languages.flatMap((language) =>
    capabilities.map((name) => {
      const file = join(home, `${language}-${name}.json`);
      writeFileSync(
        file,
        JSON.stringify({
          ...{ generatorName: generators[language], inputSpec: contractOf(name) },
          ...{ outputDir: clientOf(language, name), additionalProperties: properties(language, name) },
          // Its own for enumerations know no case for a value that was added.
          ...(language === 'python' && { templateDir: join(sources, 'python-templates') }),
          globalProperties: { apiTests: 'false', modelTests: 'false', apiDocs: 'false', modelDocs: 'false' },
        }),
      );
      return file;
    }),
  );
  const generator = readdirSync(library).find((name) => name.startsWith('openapi-generator-cli')) ?? '';
  await run(
    java('java'),
    ['-jar', join(library, generator), 'batch', '--fail-fast', '--threads', '2', ...configurations],
    {
      maxBuffer: 64 * 1024 * 1024,
    },
  );
}

const java = (program: string) => {
  const { JAVA_HOME } = process.env;
  if (!JAVA_HOME) throw new Error('JAVA_HOME must name a JDK');
  return join(JAVA_HOME, 'bin', program);
};

/** Compiles a language's clients, and answers what reads a folder of answers with them. */
export const compile: Record<
  Language,
  (models: string[]) => Promise<(from: string, to: string) => Promise<unknown>>
> = {
  async java() {
    const classes = join(home, 'java/classes');
    const path = readdirSync(library)
      .filter((name) => !name.startsWith('openapi-generator-cli'))
      .map((name) => join(library, name))
      .join(':');
    const files = capabilities.flatMap((name) =>
      filesBelow(join(clientOf('java', name), 'src/main/java'), '.java'),
    );
    const list = join(home, 'java/files');
    writeFileSync(list, [...files, join(sources, 'Read.java')].join('\n'));
    await run(java('javac'), ['-nowarn', '-proc:none', '-d', classes, '-cp', path, `@${list}`]);
    return (from, to) => run(java('java'), ['-cp', `${classes}:${path}`, 'Read', from, to]);
  },
  async typescript() {
    const folder = join(home, 'typescript');
    writeFileSync(join(folder, 'package.json'), '{}');
    const compilerOptions = {
      ...{ strict: true, target: 'es2022', module: 'commonjs', moduleResolution: 'node10' },
      ...{ ignoreDeprecations: '5.0', types: [], rootDir: '.', outDir: 'js' },
    };
    const files = capabilities.map((name) => `${name}/index.ts`);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    await run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', folder]);
    return async (from, to) => {
      for (const file of readdirSync(from)) {
        const [name, model] = file.split('.');
        const client = require(join(folder, 'js', name ?? '', 'index.js'));
        const answer = client[`${model}FromJSON`](JSON.parse(readFileSync(join(from, file), 'utf8')));
        writeFileSync(join(to, file), JSON.stringify(answer));
      }
    };
  },
  async python() {
    const path = capabilities.map((name) => clientOf('python', name)).join(':');
    const options = { env: { ...process.env, PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: '1' } };
    // Debian's, whose pydantic is 1.10; another on PATH has other libraries.
    await run(
      '/usr/bin/python3',
      ['-m', 'compileall', '-q', ...capabilities.map((name) => clientOf('python', name))],
      options,
    );
    return (from, to) => run('/usr/bin/python3', [join(sources, 'read.py'), from, to], options);
  },
  async go(models) {
    const folder = join(home, 'go');
    for (const name of capabilities)
      for (const file of ['go.mod', 'go.sum', 'test'])
        rmSync(join(clientOf('go', name), file), { recursive: true, force: true });
    writeFileSync(join(folder, 'go.mod'), 'module vitrine.example/clients\n\ngo 1.19\n');
    writeFileSync(join(folder, 'main.go'), mainOfGo(models));
    const options = { cwd: folder, env: { ...process.env, GOFLAGS: '-mod=mod', GOPROXY: 'off' } };
    await run('go', ['build', '-o', 'read', '.'], options);
    await run('go', ['vet', '.'], options);
    return (from, to) => run(join(folder, 'read'), [from, to]);
  },
};

/** Go finds no type by its name at run time. */
function mainOfGo(models: string[]): string {
  const names = [...new Set(models.map((model) => model.split('.')[0]))];
  const cases = models.map((model) => `\t\tcase "${model}":\n\t\t\tanswer = new(${model})`);
  return `package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

${names.map((name) => `\t"vitrine.example/clients/${name}"`).join('\n')}
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	files, err := os.ReadDir(os.Args[1])
	must(err)
	for _, file := range files {
		text, err := os.ReadFile(filepath.Join(os.Args[1], file.Name()))
		must(err)
		var answer interface{}
		switch strings.Join(strings.SplitN(file.Name(), ".", 3)[:2], ".") {
${cases.join('\n')}
		}
		if err := json.Unmarshal(text, answer); err != nil {
			panic(file.Name() + ": " + err.Error())
		}
		understood, err := json.Marshal(answer)
		must(err)
		must(os.WriteFile(filepath.Join(os.Args[2], file.Name()), understood, 0o644))
	}
}
`;
}

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

/** A new folder for answers below `target`. */
export function folder(...names: string[]): string {
  const made = join(home, 'answers', ...names);
  mkdirSync(made, { recursive: true });
  return made;
}
