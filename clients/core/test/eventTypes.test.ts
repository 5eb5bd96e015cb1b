import { describe, expect, it } from 'vitest';
import type { RoomItems } from '../src/generated/events.ts';
import type { ShownKind } from '../src/index.ts';
import { aGift } from './fixtures.ts';
import { faultsOf } from './eventTypes.mjs';

/** A deadline, not an expectation: the compiler is slow on a machine that does other things. */
const patienceMillis = 60_000;
const pinned = (fields: string, kind = 'pin') => `
type: dev.vitrine.${kind}.pinned.v1
description: A product is shown.
room: { kind: ${kind}, fields: [${fields}] }
data:
  type: object
  required: [roomId, title]
  properties:
    roomId: { type: string, format: uuid }
    title: { type: string, maxLength: 40 }
    stock: { type: integer }
    cost: { type: integer, description: nobody's business }
`;
const writing = (body: string) =>
  `import type { RoomItems } from './events.ts';\nexport const item: RoomItems['pin'] = ${body};\n`;

describe('the types of what rooms show', { timeout: patienceMillis }, () => {
  it('have a field as soon as the event lets it out', async () => {
    const item = writing("{ roomId: 'r', title: 'Scarf', stock: 3 }");
    expect(await faultsOf({ 'shop/pinned.v1.yaml': pinned('roomId, title') }, item)).toEqual([
      expect.stringContaining("'stock' does not exist"),
    ]);
    expect(await faultsOf({ 'shop/pinned.v1.yaml': pinned('roomId, title, stock') }, item)).toEqual([]);
  });

  it('never have a field that the event keeps', async () => {
    const item = writing("{ roomId: 'r', title: 'Scarf', cost: 3 }");
    expect(await faultsOf({ 'shop/pinned.v1.yaml': pinned('roomId, title, stock') }, item)).toEqual([
      expect.stringContaining("'cost' does not exist"),
    ]);
  });

  it.each([
    ['lacks a field', "{ roomId: 'r' }", "'title' is missing"],
    ['has a field of another form', "{ roomId: 'r', title: 7 }", "'number' is not assignable"],
  ])('refuse an item written by hand that %s', async (_, item, fault) => {
    const schemas = { 'shop/pinned.v1.yaml': pinned('roomId, title') };
    expect(await faultsOf(schemas, writing(item))).toEqual([expect.stringContaining(fault)]);
  });

  it('tell events of two capabilities apart that are called alike', async () => {
    const schemas = {
      'shop/pinned.v1.yaml': pinned('roomId, title'),
      'talk/pinned.v1.yaml': pinned('roomId, stock', 'note'),
    };
    expect(await faultsOf(schemas, writing("{ roomId: 'r', title: 'Scarf' }"))).toEqual([]);
  });

  // The compiler holds it: `npm run typecheck` fails when one of these is no fault any more.
  it('are those that the clients use', () => {
    const { combo, ...others } = aGift();
    const whole: RoomItems['gift'] = { ...others, combo };
    // @ts-expect-error a gift has a combo
    const part: RoomItems['gift'] = others;
    // @ts-expect-error no event declares the kind
    const undeclared: ShownKind<'undeclared'> | null = null;
    expect([whole, part, undeclared]).toHaveLength(3);
  });
});
