// The YAML parser that openapi-typescript's own loader brings.
import { createRequire } from 'node:module';

const generator = createRequire(import.meta.url).resolve('openapi-typescript');
export const { parseYaml } = createRequire(generator)('@redocly/openapi-core');
