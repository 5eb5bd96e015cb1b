import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';
import type { Feature } from '../src/app/feature.ts';

const folder = fileURLToPath(new URL('../src/features/', import.meta.url));

/**
 * Writes `routes.json`: the addresses of all pages, as the features' manifests tell them, so that whoever serves the
 * pages can say "not found" of every other address.
 */
export function routesJson(): Plugin {
  return {
    name: 'vitrine-routes',
    apply: 'build',
    async generateBundle() {
      const source = JSON.stringify({ routes: await routesOfFeatures() });
      this.emitFile({ type: 'asset', fileName: 'routes.json', source });
    },
  };
}

async function routesOfFeatures(): Promise<string[]> {
  const routes: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    const { module } = await runnerImport<{ default: Feature }>(`${folder}${name}/manifest.ts`);
    routes.push(...module.default.routes);
  }
  return routes;
}
