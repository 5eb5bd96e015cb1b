// Wallets and top-ups of the fixture, from memory, as functions/ledger/contract/openapi.yaml words it.
import { randomUUID } from 'node:crypto';
import { isOld, ok, page, problem } from '../../../e2e/fixture/answers.mjs';
import * as books from '../../../e2e/fixture/figures.mjs';

export default function fixture(world) {
  const state = {};

  function reset() {
    Object.assign(state, {
      coins: 12_345,
      topUps: new Map(),
      /** Coins of those who have a purse to give from. */
      purses: new Map([
        ['rich', 100_000],
        ['poor', 12],
      ]),
    });
  }

  function wallet({ person }) {
    const available = state.purses.get(person.subject);
    if (available !== undefined)
      return ok({ balances: [{ currency: 'COIN', total: available, available, held: 0 }] });
    return ok({ balances: isOld(person) ? [balanceOf(state.coins)] : [] });
  }

  function startTopUp({ body }) {
    const { coins, price } = books.packages.find(({ code }) => code === body.package);
    const id = randomUUID();
    state.topUps.set(id, {
      ...{ id, state: 'PENDING', package: body.package, method: body.method, coins, amount: price },
      payUrl: `${world.url}/fixture/pay/${id}`,
      ...{ createdAt: books.iso(0), expiresAt: books.iso(900_000), closedAt: null },
    });
    return ok(state.topUps.get(id), 201);
  }

  function topUp({ id }) {
    const found = state.topUps.get(id);
    return found ? ok(found) : problem(404, 'not-found');
  }

  /** The provider's page: how the payment ends, and then back. */
  function pay(id, outcome) {
    const found = state.topUps.get(id);
    Object.assign(found, { state: outcome, payUrl: null, closedAt: books.iso(0) });
    if (outcome === 'PAID') state.coins += found.coins;
    return `/wallet?top-up=${id}`;
  }

  return {
    state,
    reset,
    /** The provider's page. */
    other: (path, query) =>
      path.startsWith('/fixture/pay/') && {
        status: 303,
        headers: { Location: pay(path.split('/').pop(), query.get('as') ?? 'PAID') },
      },
    routes: [
      { method: 'GET', path: '/v1/wallet', role: 'anyone', answer: wallet },
      {
        method: 'GET',
        path: '/v1/wallet/entries',
        role: 'anyone',
        answer: ({ person, query }) => ok(page(isOld(person) ? books.walletEntries() : [], query)),
      },
      { method: 'GET', path: '/v1/coin-packages', role: null, answer: () => ok({ items: books.packages }) },
      { method: 'POST', path: '/v1/wallet/top-ups', role: 'anyone', answer: startTopUp },
      { method: 'GET', path: '/v1/wallet/top-ups/{id}', role: 'anyone', answer: topUp },
    ],
  };
}

const balanceOf = (coins) => ({ currency: 'COIN', total: coins + 300, held: 300, available: coins });
