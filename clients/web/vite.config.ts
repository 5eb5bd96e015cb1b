import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// `npm run dev` serves the page and passes the API on to a running Vitrine.
const backend = process.env['VITRINE_URL'] ?? 'http://127.0.0.1:8080';
const proxied = ['/v1', '/live', '/media', '/local'];

export default defineConfig({
  plugins: [react()],
  server: { proxy: Object.fromEntries(proxied.map((path) => [path, { target: backend }])) },
  // The notices of what is bundled travel with it.
  build: {
    license: { fileName: 'licences.md' },
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 800,
  },
  test: { include: ['src/**/*.test.ts'] },
});
