import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { contractOfSkeleton, contracts, root } from './contracts.ts';

const run = promisify(execFile);
const home = fileURLToPath(new URL('..', import.meta.url));
const programs = fileURLToPath(new URL('../../node_modules/.bin/', import.meta.url));
const skeleton = contractOfSkeleton();
const files = [...contracts(), skeleton].map((file) => join(root, file));

afterAll(() => rmSync(dirname(dirname(dirname(join(root, skeleton)))), { recursive: true }));

/** What a linter says that finds something; empty otherwise. */
async function complaints(program: string, ...given: string[]): Promise<string> {
  try {
    await run(join(programs, program), given, { cwd: home, env: { ...process.env, NO_COLOR: '1' } });
    return '';
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    return stdout || stderr || String(error);
  }
}

describe('two linters that are not ours find nothing in a contract', () => {
  it('there are contracts to look at', () => {
    expect(contracts()).toEqual(
      expect.arrayContaining([
        'functions/chat/contract/asyncapi.yaml',
        'functions/chat/contract/openapi.yaml',
        'functions/ledger/contract/openapi.yaml',
        'functions/platform/contract/common.yaml',
        'functions/rooms/contract/openapi.yaml',
      ]),
    );
  });

  it('Redocly', async () => {
    const given = ['lint', '--config', 'redocly.yaml', '--format', 'stylish', '--max-problems', '50'];
    expect(await complaints('redocly', ...given, ...files)).toBe('');
  });

  it('Spectral', async () => {
    const given = ['lint', '--ruleset', '.spectral.yaml', '--fail-severity', 'hint', '--quiet'];
    expect(await complaints('spectral', ...given, ...files)).toBe('');
  });

  it('and they would find an unquoted comma in a flow mapping', async () => {
    const broken = join(dirname(join(root, skeleton)), 'broken.yaml');
    const { readFileSync, writeFileSync } = await import('node:fs');
    const text = readFileSync(join(root, skeleton), 'utf8');
    writeFileSync(
      broken,
      text.replace(
        "'200':\n          description: A page of notes\n",
        "'200':\n          { description: One, two }\n        '202':\n          description: A page\n",
      ),
    );
    expect(await complaints('redocly', 'lint', '--config', 'redocly.yaml', broken)).not.toBe('');
    expect(
      await complaints('spectral', 'lint', '--ruleset', '.spectral.yaml', '--fail-severity', 'hint', broken),
    ).not.toBe('');
  });
});
