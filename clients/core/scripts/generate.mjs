// Writes src/generated from the contract: the API's types, and the bounds that forms show before the server does.
// With --check it writes nothing and fails when the committed files are older than the contract.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const contract = new URL('../../../functions/rooms/contract/openapi.yaml', import.meta.url);
const folder = new URL('../src/generated/', import.meta.url);
const banner =
  '// Generated from functions/rooms/contract/openapi.yaml by `npm run generate`. Do not edit.\n\n';

/** The lengths of the fields a person types, read from the resolved schema of a room. */
function boundsOf(schemas) {
  const { Title, Description, CoverUrl, Tags } = schemas;
  return {
    titleMaxLength: Title.maxLength,
    descriptionMaxLength: Description.maxLength,
    coverUrlMaxLength: CoverUrl.maxLength,
    tagsMax: Tags.maxItems,
    tagMaxLength: Tags.items.maxLength,
    kinds: schemas.RoomKind.enum,
    states: schemas.RoomState.enum,
  };
}

let schemas;
const ast = await openapiTS(contract, {
  // A field with a default may be left out of a request.
  defaultNonNullable: false,
  // The transform sees every schema as the parser resolved it, which saves a second YAML parser.
  transform(_schema, { ctx }) {
    schemas ??= ctx.resolve('#/components/schemas') ?? undefined;
    return undefined;
  },
});
const bounds = Object.entries(boundsOf(schemas))
  .map(([name, value]) => `  ${name}: ${JSON.stringify(value)},\n`)
  .join('');

const files = {
  'api.ts': banner + astToString(ast),
  'bounds.ts': `${banner}export const bounds = {\n${bounds}} as const;\n`,
};

let stale = [];
for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, folder);
  const present = await readFile(file, 'utf8').catch(() => '');
  if (present === text) continue;
  stale.push(name);
  if (!process.argv.includes('--check')) await writeFile(file, text);
}
if (stale.length > 0 && process.argv.includes('--check')) {
  console.error(
    `src/generated is older than the contract (${stale.join(', ')}): run \`npm run generate\` in clients/`,
  );
  process.exit(1);
}
console.log(stale.length > 0 ? `written: ${stale.join(', ')}` : 'generated files match the contract');
