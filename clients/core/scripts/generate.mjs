// Writes src/generated from the contracts: the APIs' types, and the bounds that forms show before the server does.
// With --check it writes nothing and fails when the committed files are older than the contract.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import openapiTS, { astToString } from 'openapi-typescript';

// The YAML parser that openapi-typescript's own loader brings.
const { parseYaml } = createRequire(import.meta.resolve('openapi-typescript'))('@redocly/openapi-core');

const contract = new URL('../../../functions/rooms/contract/openapi.yaml', import.meta.url);
const chatContract = new URL('../../../functions/chat/contract/openapi.yaml', import.meta.url);
const ledgerContract = new URL('../../../functions/ledger/contract/openapi.yaml', import.meta.url);
const socketContract = new URL('../../../functions/chat/contract/asyncapi.yaml', import.meta.url);
const folder = new URL('../src/generated/', import.meta.url);
const bannerOf = (source) => `// Generated from ${source} by \`npm run generate\`. Do not edit.\n\n`;
const banner = bannerOf('functions/rooms/contract/openapi.yaml');

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

const options = { defaultNonNullable: false };
const chat = await openapiTS(chatContract, options);
const ledger = await openapiTS(ledgerContract, options);
/** The schemas of an AsyncAPI document are JSON Schemas, as those of OpenAPI 3.1 are. */
async function socketTypes() {
  const { components } = parseYaml(await readFile(socketContract, 'utf8'));
  const document = {
    openapi: '3.1.0',
    info: { title: '', version: '1' },
    paths: {},
    components: { schemas: components.schemas },
  };
  return openapiTS(JSON.stringify(document), options);
}
const socket = await socketTypes();

const files = {
  'chat-api.ts': bannerOf('functions/chat/contract/openapi.yaml') + astToString(chat),
  'ledger-api.ts': bannerOf('functions/ledger/contract/openapi.yaml') + astToString(ledger),
  'chat-socket.ts': bannerOf('functions/chat/contract/asyncapi.yaml') + astToString(socket),
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
