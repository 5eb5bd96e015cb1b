// Makes the types of made-up events, and compiles what somebody wrote by hand against them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { eventTypes } from '../scripts/events.mjs';

// A library as small as there is: the compiler reads it anew each time.
const options = {
  ...{ strict: true, noEmit: true, types: [], allowImportingTsExtensions: true, skipLibCheck: true },
  ...{ target: ts.ScriptTarget.ES2022, lib: ['lib.es5.d.ts'] },
};

/**
 * @param schemas by capability and file, `shop/pinned.v1.yaml`
 * @param written TypeScript that may import `./events.ts`
 * @returns what the compiler says against it
 */
export async function faultsOf(schemas, written) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-events-'));
  try {
    for (const [name, text] of Object.entries(schemas)) {
      const [capability, file] = name.split('/');
      put(join(folder, 'functions', capability, 'events/src/main/events', file), text);
    }
    put(join(folder, 'events.ts'), await eventTypes(pathToFileURL(`${folder}/functions/`)));
    const program = join(folder, 'written.ts');
    put(program, written);
    const found = ts.getPreEmitDiagnostics(ts.createProgram([program], options));
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function put(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
