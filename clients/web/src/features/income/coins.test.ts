import { expect, it } from 'vitest';
import { coinsIn } from './coinsIn.ts';

it.each([
  ['100', 100],
  [' 1,200 ', 1_200],
  ['１２００', 1_200],
  ['100000000', 100_000_000],
])('%j coins can be asked for', (text, coins) => expect(coinsIn(text)).toBe(coins));

it.each([
  '',
  '99',
  '100,50',
  '1,00,000',
  '12 000',
  '0',
  '-200',
  '100.5',
  '1e3',
  '0x200',
  '100000001',
  '1234567890123',
  'many',
  'NaN',
])('%j cannot be asked for', (text) => expect(coinsIn(text)).toBeNull());
