import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const texts = /\.(js|css|html|svg|json|md|txt|webmanifest)$/;
/** Below it a file is one packet either way. */
const leastBytes = 1024;

/** Writes each text of the build once more as `.br` and `.gz`, for whoever serves it to choose from. */
export function compressed(): Plugin {
  let folder = '';
  return {
    name: 'vitrine-compressed',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    // After everything is on the disk, what is copied from `public` as well.
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!texts.test(name) || name.startsWith('.vite')) continue;
        const content = readFileSync(join(folder, name));
        if (content.length < leastBytes) continue;
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params }));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}
