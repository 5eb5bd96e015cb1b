// Withdrawals that wait for a decision in the fixture, from memory, as functions/ledger/contract/openapi.yaml words it.
import { ok, page, problem } from '../../../e2e/fixture/answers.mjs';
import * as books from '../../../e2e/fixture/figures.mjs';

export default function fixture() {
  const state = {};

  function reset() {
    Object.assign(state, {
      reviews: books.reviews(),
    });
  }

  function waiting() {
    return state.reviews.filter((each) => each.state === 'REQUESTED');
  }

  function decide({ id, body, person }) {
    const review = state.reviews.find((each) => each.id === id);
    if (!review) return problem(404, 'not-found');
    if (review.streamer === person.subject) return problem(403, 'forbidden');
    const wanted = body.decision === 'APPROVE' ? 'APPROVED' : 'REFUSED';
    if (review.state !== 'REQUESTED' && review.state !== wanted) return problem(409, 'illegal-state');
    const by = { decidedAt: books.iso(0), decidedBy: person.subject, reason: body.reason };
    return ok(Object.assign(review, { state: wanted, ...by }));
  }

  return {
    state,
    reset,
    routes: [
      {
        method: 'GET',
        path: '/v1/withdrawal-reviews',
        role: 'operator',
        answer: ({ query }) => ok(page(waiting(), query)),
      },
      { method: 'POST', path: '/v1/withdrawals/{id}/decision', role: 'operator', answer: decide },
    ],
  };
}
