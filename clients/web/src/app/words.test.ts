import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../core/scripts/yaml.mjs';

/** Every schema of every contract, as it is written. */
const contracts = import.meta.glob<string>('../../../../functions/*/contract/*.yaml', {
  eager: true,
  import: 'default',
  query: '?raw',
});
const texts = import.meta.glob<Readonly<Record<string, string>>>(
  ['../**/texts/en.ts', '../**/texts/shell.en.ts'],
  { eager: true, import: 'texts' },
);
const said: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(texts));

/** By the text that says them; several where a person meets the word in several places. */
const shown: Readonly<Record<string, readonly string[]>> = {
  'rooms RoomState': ['state', 'console.hint'],
  'rooms RoomKind': ['kind'],
  'chat ActKind': ['moderation.act'],
  'chat ReviewDecision': ['moderation.decided'],
  'chat WordAction': ['moderation.stopped', 'moderation.action'],
  'chat WordList': ['moderation.list'],
  'chat Rule': ['chat.rule'],
  'chat SystemItem.event': ['chat.show'],
  'ledger PayMethod': ['wallet.method'],
  'ledger TopUpState': ['wallet.return'],
  'ledger WithdrawalState': ['withdraw.state', 'review.state'],
  'ledger AccountKind': ['audit.kind'],
};
/** Chosen by the page, which knows no others: no later word can come. */
const chosen: Readonly<Record<string, string>> = { 'chat Colour': 'chat.colour' };

/** Words that nobody reads, and why. */
const unseen: Readonly<Record<string, string>> = {
  'chat SanctionKind': 'a sanction is told by whether it has an end',
  'chat ReviewState': 'a heading of the list',
  'chat Author.role': 'a viewer bears none; the others are told below',
  'chat self.role': 'decides what is offered',
  'chat Position': 'where a line flies',
  'chat Lane': 'how it is read',
  'chat ModerationItem.act': 'done, not told',
  'chat ShownKind.not': 'what a kind may not be called',
  'ledger Animation': 'drawn; one that is not known as a heart',
  'ledger VerificationState': 'a page of its own for each',
  'ledger AuditState': 'read by machines',
  'ledger PaymentEvent.type': 'told by providers',
  'ledger WithdrawalDecision.decision': 'two buttons',
  'platform Currency': 'written by Intl',
};

interface Found {
  readonly name: string;
  readonly values: readonly string[];
}

function enumsIn(capability: string, schemas: object): Found[] {
  const found: Found[] = [];
  const look = (schema: unknown, owner: string, name: string) => {
    if (typeof schema !== 'object' || schema === null) return;
    const { enum: values } = schema as { enum?: unknown };
    if (Array.isArray(values) && values.every((value) => typeof value === 'string'))
      found.push({ name: `${capability} ${owner === '' ? name : `${owner}.${name}`}`, values });
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'properties')
        Object.entries(value as object).forEach(([field, each]) => look(each, name, field));
      else if (key === 'not') look(value, name, 'not');
      else if (key === 'items') look(value, owner, name);
    }
  };
  for (const [name, schema] of Object.entries(schemas)) look(schema, '', name);
  return found;
}

const enums = Object.entries(contracts).flatMap(([path, text]) => {
  const { components } = parseYaml(text) as { components?: { schemas?: object } };
  return enumsIn(path.split('/').at(-3)!, components?.schemas ?? {});
});
const named = (name: string) => enums.filter((each) => each.name === name);

describe('the words of the contracts', () => {
  it('are each known to be read by people or not', () => {
    const known = [...Object.keys(shown), ...Object.keys(chosen), ...Object.keys(unseen)];
    expect([...new Set(enums.map(({ name }) => name))].sort()).toEqual(known.sort());
  });

  it.each(Object.entries(shown))(
    '%s: each has a text, and so have those of a later server',
    (name, stems) => {
      for (const stem of stems)
        for (const value of [...named(name).flatMap(({ values }) => values), 'unknown'])
          expect(said, value).toHaveProperty([`${stem}.${value}`]);
    },
  );

  it.each(Object.entries(chosen))('%s: each has a text', (name, stem) => {
    for (const { values } of named(name))
      for (const value of values) expect(said).toHaveProperty([`${stem}.${value}`]);
  });

  it('roles of who talks have a text, but for viewers, who bear none', () => {
    const roles = named('chat Author.role').flatMap(({ values }) => values);
    expect(roles).toContain('VIEWER');
    for (const role of roles.filter((each) => each !== 'VIEWER'))
      expect(said).toHaveProperty([`chat.role.${role}`]);
    expect(said).toHaveProperty(['chat.role.unknown']);
  });
});

describe('a word of the server', () => {
  const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts', '!../**/texts/*'], {
    eager: true,
    import: 'default',
    query: '?raw',
  });
  const stems = Object.values(shown).flat();

  it('is never put into a key without a text to fall back on', () => {
    const raw = Object.entries(sources).flatMap(([path, text]) =>
      stems.filter((stem) => text.includes(`\`${stem}.\${`)).map((stem) => `${path}: ${stem}`),
    );
    expect(raw).toEqual([]);
  });
});
