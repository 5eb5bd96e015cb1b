import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
const functions = join(root, 'functions');

/** OpenAPI and AsyncAPI documents of all capabilities and of what they share, from the root of the project. */
export function contracts(): string[] {
  return readdirSync(functions)
    .flatMap((name) =>
      ['openapi', 'asyncapi', 'common'].map((kind) => join(functions, name, 'contract', `${kind}.yaml`)),
    )
    .filter((file) => existsSync(file))
    .map((file) => relative(root, file));
}

/** What `vitrine new capability` would write, in a folder below `target` that looks like the project. */
export function contractOfSkeleton(): string {
  mkdirSync(join(root, 'target'), { recursive: true });
  const home = mkdtempSync(join(root, 'target', 'skeleton-'));
  cpSync(join(functions, 'platform/contract'), join(home, 'platform/contract'), { recursive: true });
  const template = readFileSync(join(functions, 'skeleton/both/contract/openapi.yaml.tmpl'), 'utf8');
  mkdirSync(join(home, 'notes/contract'), { recursive: true });
  const file = join(home, 'notes/contract/openapi.yaml');
  writeFileSync(file, template.replaceAll('__name__', 'notes').replaceAll('__Name__', 'Notes'));
  return relative(root, file);
}
