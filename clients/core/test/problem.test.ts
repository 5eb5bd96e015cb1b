import { describe, expect, it } from 'vitest';
import { problemOf } from '../src/index.ts';
import { asAnswer } from './fixtures.ts';

const answer = (status: number, headers: Record<string, string> = {}) =>
  asAnswer(new Response(null, { status, headers }));

describe('reading a problem', () => {
  it('keeps type, detail and every field error', () => {
    const problem = problemOf(answer(422), {
      type: '/problems/invalid-field',
      title: 'Invalid field',
      status: 422,
      detail: 'title is too long',
      errors: [
        { field: 'title', detail: '1 to 120 characters' },
        { field: 'tags[3]', detail: '1 to 30 characters' },
      ],
    });
    expect(problem.kind).toBe('invalid-field');
    expect(problem.message).toBe('title is too long');
    expect(problem.about('title')).toBe('1 to 120 characters');
    expect(problem.about('tags')).toBe('1 to 30 characters');
    expect(problem.about('coverUrl')).toBeNull();
  });

  it('understands a field named by pointer', () => {
    const problem = problemOf(answer(422), { errors: [{ field: '/tags/2', detail: 'no' }] });
    expect(problem.about('tags')).toBe('no');
  });

  it.each([
    null,
    undefined,
    '<html>502 Bad Gateway</html>',
    42,
    [],
    { errors: 'x', title: 7 },
    { errors: [null, { field: 1 }] },
  ])('survives a body that is none: %j', (body) => {
    const problem = problemOf(answer(502), body);
    expect(problem.status).toBe(502);
    expect(problem.errors).toEqual([]);
    expect(problem.message).toBe('HTTP 502');
  });

  it('reads Retry-After in seconds only', () => {
    expect(problemOf(answer(429, { 'Retry-After': '7' }), null).retryAfterSeconds).toBe(7);
    expect(
      problemOf(answer(429, { 'Retry-After': 'Wed, 21 Oct 2026 07:28:00 GMT' }), null).retryAfterSeconds,
    ).toBeNull();
  });
});
