// Writes src/generated from the roles of the registry, every contract that a capability has (functions/*/contract) and every
// event (functions/*/events): the types of its API and of its sockets, the bounds of its schemas, which forms show before the
// server does, and the types of what rooms show. Names come from the folders, so that a new capability needs no word here.
// What is written already is left alone while none of them has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { eventTypes } from './events.mjs';
import { parseYaml } from './yaml.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = fileURLToPath(new URL('../src/generated/', import.meta.url));
const stamp = join(folder, '.stamp');
const functions = join(root, 'functions');
const registry = join(functions, 'catalog.yaml');
// A field with a default may be left out of a request.
const options = { defaultNonNullable: false };
const told = [
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum'],
  ...['pattern', 'enum', 'default'],
];

const contracts = foldersOf('contract');
const events = foldersOf('events/src/main/events');

const hash = hashOfInputs();
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) process.exit(0);

rmSync(folder, { recursive: true, force: true });
for (const contract of contracts) await generate(contract);
writeRoles();
await writeEvents();
writeFileSync(stamp, hash);
console.log(`generated from the contracts of ${namesOf(contracts)} and the events of ${namesOf(events)}`);

/** Of the capabilities that have it. */
function foldersOf(what) {
  return readdirSync(functions)
    .map((name) => ({ name, path: join(functions, name, what) }))
    .filter(({ path }) => existsSync(path))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function namesOf(folders) {
  return folders.map(({ name }) => name).join(', ');
}

async function generate({ name, path }) {
  mkdirSync(join(folder, name), { recursive: true });
  const openapi = join(path, 'openapi.yaml');
  if (existsSync(openapi)) {
    write(name, 'openapi', astToString(await openapiTS(pathToFileURL(openapi), options)));
    write(name, 'bounds', boundsOf(parseYaml(readFileSync(openapi, 'utf8')).components?.schemas ?? {}));
  }
  const asyncapi = join(path, 'asyncapi.yaml');
  if (existsSync(asyncapi))
    write(name, 'asyncapi', astToString(await typesOfMessages(path, readFileSync(asyncapi, 'utf8'))));
}

/** The schemas of an AsyncAPI document are JSON Schemas, as those of OpenAPI 3.1 are. */
function typesOfMessages(path, text) {
  const { components } = parseYaml(text);
  const info = { title: '', version: '1' };
  const document = { openapi: '3.1.0', info, paths: {}, components: { schemas: components.schemas } };
  return openapiTS(JSON.stringify(document), { ...options, cwd: pathToFileURL(`${path}/`) });
}

/** One constant for each schema that bounds something; those of an object are told by its fields. */
function boundsOf(schemas) {
  return Object.entries(schemas)
    .map(([name, schema]) => [name, boundsOfSchema(schema)])
    .filter(([, bounds]) => Object.keys(bounds).length > 0)
    .map(([name, bounds]) => `export const ${name} = ${JSON.stringify(bounds)} as const;\n`)
    .join('');
}

function boundsOfSchema(schema) {
  const own = Object.fromEntries(Object.entries(schema ?? {}).filter(([key]) => told.includes(key)));
  const items = schema?.items === undefined ? {} : boundsOfSchema(schema.items);
  const fields = Object.entries(schema?.properties ?? {})
    .map(([name, field]) => [name, boundsOfSchema(field)])
    .filter(([, bounds]) => Object.keys(bounds).length > 0);
  return {
    ...own,
    ...(Object.keys(items).length > 0 && { items }),
    ...(fields.length > 0 && { properties: Object.fromEntries(fields) }),
  };
}

/** Roles of people are said once, in the registry of functions. */
function writeRoles() {
  const { roles } = parseYaml(readFileSync(registry, 'utf8'));
  const names = Object.keys(roles).map((role) => `'${role}'`);
  const banner = '// Generated from functions/catalog.yaml by `npm run generate`. Do not edit.\n\n';
  writeFileSync(join(folder, 'roles.ts'), `${banner}export type Role = ${names.join(' | ')};\n`);
}

/** Events of all capabilities are one file: a room shows them side by side. */
async function writeEvents() {
  const banner = '// Generated from functions/*/events by `npm run generate`. Do not edit.\n\n';
  const text = await eventTypes(pathToFileURL(`${functions}/`), options);
  writeFileSync(join(folder, 'events.ts'), banner + text);
}

function write(name, kind, text) {
  const source = `functions/${name}/contract/${kind === 'asyncapi' ? 'asyncapi' : 'openapi'}.yaml`;
  const banner = `// Generated from ${source} by \`npm run generate\`. Do not edit.\n\n`;
  writeFileSync(join(folder, name, `${kind}.ts`), banner + text);
}

/** Every contract with what it may refer to, every event, these scripts, and what they run on. */
function hashOfInputs() {
  const lock = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
  const digest = createHash('sha256');
  for (const file of [
    ...['generate.mjs', 'events.mjs', 'yaml.mjs'].map((name) =>
      fileURLToPath(new URL(name, import.meta.url)),
    ),
    join(functions, 'event-generator/typescript/events.mjs'),
    lock,
    registry,
    ...[...contracts, ...events].flatMap(({ path }) => filesBelow(path)),
  ])
    digest.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return digest.digest('hex');
}

function filesBelow(path) {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
