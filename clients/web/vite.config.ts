import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compressed } from './scripts/compressed.ts';
import { routesJson } from './scripts/routes.ts';

// `npm run dev` serves the page and passes the API on to a running Vitrine.
const backend = process.env['VITRINE_URL'] ?? 'http://127.0.0.1:8080';
const proxied = ['/v1', '/live', '/media', '/local', '/config.json'];

/** The files of texts are called by what they belong to. */
function nameOf({ facadeModuleId }: { facadeModuleId: string | null }): string {
  const [, part, language] = /\/([\w-]+)\/texts\/(?:all\.)?(\w+)\.ts$/.exec(facadeModuleId ?? '') ?? [];
  return part === undefined ? 'assets/[name]-[hash].js' : `assets/${part}.${language}-[hash].js`;
}

export default defineConfig({
  plugins: [react(), routesJson(), compressed()],
  server: { proxy: Object.fromEntries(proxied.map((path) => [path, { target: backend }])) },
  // The notices of what is bundled travel with it; the manifest tells the sizes' report which file needs which.
  build: {
    license: { fileName: 'licences.md' },
    manifest: true,
    target: 'es2022',
    sourcemap: false,
    rolldownOptions: { output: { chunkFileNames: nameOf } },
    chunkSizeWarningLimit: 800,
  },
  test: { include: ['src/**/*.test.ts'] },
});
