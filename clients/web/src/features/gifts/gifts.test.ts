import { Problem, Unreachable } from '@vitrine/core';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../core/test/fixtures.ts';
import { refusalOf } from './refusal.ts';
import { arrived, leaveForWallet, wayBack } from '../../live/wayBack.ts';

const problem = (status: number, kind = 'x', missing: number | null = null) =>
  new Problem(status, `/problems/${kind}`, 'x', '', [], null, missing);

describe('a gift that was not given', () => {
  it.each([
    ['the server was not reached', new Unreachable('gone'), 'gifts.lost'],
    ['the server broke, perhaps behind the payment', problem(500), 'gifts.lost'],
    ['the server was busy', problem(503), 'gifts.lost'],
    ['the room is over', problem(409, 'illegal-state'), 'gifts.closed'],
    ['the key came with another gift', problem(409, 'idempotency-conflict'), 'error.conflict'],
    ['the room is their own', problem(403), 'gifts.own'],
    ['the gift is not offered', problem(404), 'gifts.gone'],
    ['too many presses', problem(429), 'error.tooMany'],
    ['nobody is signed in', problem(401), 'error.signedOut'],
    ['a defect', new Error('x'), 'error.server'],
  ])('says why: %s', (_, error, key) => {
    expect(refusalOf(error)).toEqual({ key, values: {}, poor: false });
  });

  it('says how many coins are missing, if that is known', () => {
    const told = refusalOf(problem(402, 'insufficient-balance', 8));
    expect(told).toEqual({ key: 'gifts.missing', values: { missing: 8 }, poor: true });
    expect(refusalOf(problem(402))).toEqual({ key: 'gifts.poor', values: {}, poor: true });
  });
});

describe('the way back from the wallet', () => {
  const room = { id: '0193a000-0000-7000-8000-000000000001', title: 'Knitwear' };

  it('leads to the room that was left, until somebody is there', () => {
    const store = memoryStore();
    expect(wayBack(store)).toBeNull();
    leaveForWallet(room, store);
    expect(wayBack(store)).toEqual({ room: room.id, title: 'Knitwear' });
    arrived(store);
    expect(wayBack(store)).toBeNull();
  });

  it.each(['[', '{}', '{"room":"../evil","title":"x"}', '{"room":1,"title":"x"}'])(
    'leads nowhere by what is none: %s',
    (kept) => {
      const store = memoryStore();
      store.setItem('vitrine.wayBack', kept);
      expect(wayBack(store)).toBeNull();
    },
  );
});
