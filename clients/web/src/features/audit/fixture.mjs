// The books of the fixture, from memory, as functions/ledger/contract/openapi.yaml words it.
import { randomUUID } from 'node:crypto';
import { ok, page, problem } from '../../../e2e/fixture/answers.mjs';
import * as books from '../../../e2e/fixture/figures.mjs';

const stepsOfVerification = 3;

export default function fixture() {
  const state = {};

  function reset() {
    Object.assign(state, {
      balanced: true,
      tampered: false,
      verification: null,
    });
  }

  function accounts({ query }) {
    const [kind, owner] = [query.get('kind'), query.get('owner')];
    const fits = (each) => (!kind || each.kind === kind) && (!owner || each.owner === owner);
    return ok(page(books.accounts().filter(fits), query));
  }

  function entries({ id, query }) {
    const account = books.accounts().find((each) => each.id === id);
    return account ? ok(page(books.entriesOf(account), query)) : problem(404, 'not-found');
  }

  function verify() {
    const begun = { id: randomUUID(), state: 'RUNNING', startedAt: books.iso(0), doneAt: null };
    state.verification ??= { ...begun, entries: 0, intact: null, broken: null };
    if (state.verification.state === 'DONE')
      state.verification = { ...begun, entries: 0, intact: null, broken: null };
    return ok(state.verification, 202);
  }

  /** Each look at a running verification is a step of it. */
  function chain() {
    const running = state.verification;
    if (running?.state === 'RUNNING') {
      running.entries += 214_006;
      if (running.entries >= stepsOfVerification * 214_006) {
        const done = { state: 'DONE', doneAt: books.iso(0), intact: !state.tampered };
        Object.assign(running, done, { broken: state.tampered ? books.broken() : null });
      }
    }
    return ok({ seal: books.seal(), verification: running });
  }

  function exported({ query, headers }) {
    const second = query.get('cursor') === 'second';
    const csv = `transfer,at,kind\r\n${books.uuid('e', second ? 2 : 1)},${books.iso(0)},gift\r\n`;
    const lines = `${JSON.stringify({ transfer: books.uuid('e', second ? 2 : 1) })}\n`;
    return {
      status: 200,
      body: headers.accept === 'text/csv' ? csv : lines,
      type: headers.accept,
      headers: second ? {} : { 'Vitrine-Next-Cursor': 'second' },
    };
  }

  return {
    state,
    reset,
    routes: [
      {
        method: 'GET',
        path: '/v1/audit/trial-balance',
        role: 'auditor',
        answer: () => ok(books.trialBalance(state.balanced)),
      },
      { method: 'GET', path: '/v1/audit/accounts', role: 'auditor', answer: accounts },
      { method: 'GET', path: '/v1/audit/accounts/{id}/entries', role: 'auditor', answer: entries },
      { method: 'GET', path: '/v1/audit/chain', role: 'auditor', answer: chain },
      { method: 'POST', path: '/v1/audit/verifications', role: 'auditor', answer: verify },
      { method: 'GET', path: '/v1/audit/export', role: 'auditor', answer: exported },
    ],
  };
}
