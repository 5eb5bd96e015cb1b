import { tmpdir } from 'node:os';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error: a script without types
import { readContracts } from '../../web/e2e/fixture/contracts.mjs';
// @ts-expect-error: a script without types
import { startFixture } from '../../web/e2e/fixture/server.mjs';
import { compile, enumerations, folder, generate, languages } from './clients.ts';

/** Answers that the web client's fixture gives, which are held against the contracts there. */
const asked = [
  { model: 'rooms.RoomPage', path: '/v1/rooms?limit=100' },
  { model: 'rooms.Problem', path: '/v1/rooms/00000000-0000-7000-8000-000000000000' },
  { model: 'ledger.CoinPackages', path: '/v1/coin-packages' },
  { model: 'ledger.Gifts', path: '/v1/gifts' },
  { model: 'ledger.WithdrawalReviewPage', path: '/v1/withdrawal-reviews' },
  { model: 'ledger.AccountPage', path: '/v1/audit/accounts' },
  { model: 'ledger.Chain', path: '/v1/audit/chain' },
] as const;

/** What the fixture does not answer. */
const written = [
  {
    model: 'chat.Chat',
    path: '/v1/rooms/{id}/chat',
    body: {
      room: '0193a000-0000-7000-8000-000000000001',
      open: true,
      policy: { slowModeSeconds: 10, followersOnly: false, notice: null },
    },
  },
  {
    model: 'chat.ReviewPage',
    path: '/v1/rooms/{id}/chat/reviews',
    body: {
      items: [
        review('0193a000-0000-7000-8000-000000000002', 'OPEN', null),
        review('0193a000-0000-7000-8000-000000000003', 'CLOSED', 'RELEASE'),
      ],
      nextCursor: null,
    },
  },
] as const;

function review(id: string, state: string, decision: string | null) {
  const word = { action: 'HOLD', list: 'ROOM', word: 'cheap', wordFrom: 0, wordTo: 5 };
  const said = { at: '2026-11-25T08:00:00Z', viewer: 'abcdefghijklmnop', name: 'Bo', text: 'cheap 便宜' };
  return { id, ...said, ...word, state, decision };
}

const models = [...asked, ...written].map(({ model }) => model);

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What may become of an answer later on without a word to whoever reads it. */
const variants: Record<string, (capability: string, answer: Json) => Json> = {
  today: (_, answer) => answer,
  'with a field that was added': (_, answer) =>
    changed(answer, (value) => value, { addedLater: { deep: [1] } }),
  'with a value that an enumeration did not have': (capability, answer) => {
    const known = new Set([...enumerations(capability).values()].flat());
    return changed(answer, (value) =>
      typeof value === 'string' && known.has(value) ? 'ADDED_LATER' : value,
    );
  },
};

function changed(value: Json, leaf: (value: Json) => Json, more: { [name: string]: Json } = {}): Json {
  if (Array.isArray(value)) return value.map((each) => changed(each, leaf, more));
  if (typeof value !== 'object' || value === null) return leaf(value);
  const fields = Object.entries(value).map(([name, each]) => [name, changed(each, leaf, more)]);
  return { ...Object.fromEntries(fields), ...more };
}

/** What every language has to tell alike: ids, titles, amounts. */
function facts(value: Json, found: Json[] = []): Json[] {
  if (Array.isArray(value)) value.forEach((each) => facts(each, found));
  else if (typeof value === 'object' && value !== null)
    for (const name of Object.keys(value)
      .filter((each) => each !== 'addedLater')
      .sort()) {
      const each = value[name] ?? null;
      if (
        ['id', 'title', 'minor', 'streamKey', 'text', 'name', 'code', 'hash', 'total', 'room'].includes(
          name,
        ) &&
        typeof each !== 'object'
      )
        found.push(each);
      else facts(each, found);
    }
  return found;
}

const given = folderOfAnswers();
const read = new Map<string, (from: string, to: string) => Promise<unknown>>();
const answers = new Map<string, Json>();

function folderOfAnswers() {
  return Object.fromEntries(Object.keys(variants).map((name) => [name, name.replaceAll(' ', '-')]));
}

beforeAll(async () => {
  await generate();
  const fixture = await startFixture({ dist: tmpdir(), media: tmpdir() });
  const person = { subject: 'ann', name: 'Ann', roles: ['viewer', 'streamer', 'operator', 'auditor'] };
  const authorization = `Bearer ${Buffer.from(JSON.stringify(person)).toString('base64url')}`;
  const ask = async (path: string) =>
    (await fetch(fixture.url + path, { headers: { authorization } })).json();
  for (const { model, path } of asked) answers.set(model, await ask(path));
  await fixture.close();
  for (const { model, path, body } of written) {
    expect(await readContracts().check('GET', path, { status: 200, type: 'application/json', body })).toBe(
      null,
    );
    answers.set(model, body as unknown as Json);
  }
  expect(fixture.faults).toEqual([]);
  for (const [variant, change] of Object.entries(variants))
    for (const [model, answer] of answers)
      writeFileSync(
        join(folder('given', given[variant] ?? ''), `${model}.json`),
        JSON.stringify(change(model.split('.')[0] ?? '', answer)),
      );
});

afterAll(() => answers.clear());

describe('a client that a generator makes of the contracts', () => {
  it.each(languages)('compiles in %s', async (language) => {
    read.set(language, await compile[language](models));
  });

  it('is given answers with what is null, listed, and chosen among values', () => {
    const rooms = answers.get('rooms.RoomPage') as { items: { playback: Json }[] };
    expect(rooms.items.some(({ playback }) => playback === null)).toBe(true);
    expect(rooms.items.some(({ playback }) => playback !== null)).toBe(true);
    for (const [model, answer] of answers) expect(facts(answer).length, model).toBeGreaterThan(0);
  });

  describe.each(languages)('%s', (language) => {
    it.each(Object.keys(variants))('reads an answer %s', async (variant) => {
      const to = folder('understood', language, given[variant] ?? '');
      await read.get(language)?.(folder('given', given[variant] ?? ''), to);
      for (const [model, answer] of answers)
        expect(facts(JSON.parse(readFileSync(join(to, `${model}.json`), 'utf8'))), model).toEqual(
          facts(answer),
        );
    });
  });
});
