// Income, statements and withdrawals of the fixture, from memory, as functions/ledger/contract/openapi.yaml words it.
import { isOld, ok, page, problem, text } from '../../../e2e/fixture/answers.mjs';
import * as books from '../../../e2e/fixture/figures.mjs';

export default function fixture() {
  const state = {};

  function reset() {
    Object.assign(state, {
      withdrawals: books.withdrawals(),
      payable: 24_800,
      held: 1_000,
    });
  }

  function incomeOf(old) {
    const { payable, held } = state;
    const nothing = { pending: 0, payable: 0, held: 0, withdrawn: 0, fans: 0 };
    const own = { pending: 18_220, payable, held, withdrawn: 96_400, fans: 12_480 };
    return { ...(old ? own : nothing), holdingDays: 7, worth: books.worth(old ? payable : 0) };
  }

  function daily({ person, query }) {
    const days = books.dailyIncome(query.get('from'), query.get('to'));
    const quiet = { gifts: 0, given: 0, commission: 0, reversals: 0, income: 0, fans: 0 };
    return ok({ items: isOld(person) ? days : days.map(({ day }) => ({ day, ...quiet })) });
  }

  function statement({ month: id, headers }) {
    const head = books.statementHeads().find(({ month }) => month === id);
    if (!head) return problem(404, 'not-found');
    switch (headers.accept) {
      case 'application/pdf':
        return text(books.pdf, 'application/pdf');
      case 'text/csv':
        return text('streamer,currency,day\r\n"ann-lee",COIN,total\r\n', 'text/csv');
      case 'application/json':
        return ok(books.statement(head));
      default:
        return problem(406, 'not-acceptable');
    }
  }

  function received({ person, query, headers }) {
    const gifts = isOld(person) ? books.receivedGifts() : [];
    if (headers.accept !== 'text/csv') return ok(page(gifts, query));
    const { items, nextCursor } = page(
      gifts,
      new URLSearchParams({ ...Object.fromEntries(query), limit: '20' }),
    );
    const lines = items.map(({ id, at, given }) => `${id},${at},${given.minor}\r\n`).join('');
    return text(
      `gift,at,given\r\n${lines}`,
      'text/csv',
      nextCursor === null ? {} : { 'Vitrine-Next-Cursor': nextCursor },
    );
  }

  function withdraw({ body: { coins }, headers, person }) {
    const payable = isOld(person) ? state.payable : 0;
    if (coins > payable) return problem(402, 'insufficient-balance', { missing: coins - payable });
    state.payable -= coins;
    state.held += coins;
    const made = { id: headers['idempotency-key'], state: 'REQUESTED', coins, amount: books.worth(coins) };
    const times = { requestedAt: books.iso(0), expiresAt: books.iso(30 * 86_400_000), decidedAt: null };
    state.withdrawals.unshift({ ...made, ...times, reason: null });
    return ok(state.withdrawals[0], 201);
  }

  return {
    state,
    reset,
    routes: [
      {
        method: 'GET',
        path: '/v1/income',
        role: 'streamer',
        answer: ({ person }) => ok(incomeOf(isOld(person))),
      },
      { method: 'GET', path: '/v1/income/daily', role: 'streamer', answer: daily },
      {
        method: 'GET',
        path: '/v1/income/statements',
        role: 'streamer',
        answer: ({ person }) => ok({ items: isOld(person) ? books.statementHeads() : [] }),
      },
      { method: 'GET', path: '/v1/income/gifts', role: 'streamer', answer: received },
      { method: 'GET', path: '/v1/income/statements/{month}', role: 'streamer', answer: statement },
      {
        method: 'GET',
        path: '/v1/withdrawals',
        role: 'streamer',
        answer: ({ person, query }) => ok(page(isOld(person) ? state.withdrawals : [], query)),
      },
      { method: 'POST', path: '/v1/withdrawals', role: 'streamer', answer: withdraw },
    ],
  };
}
