import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Poller, Problem, Unreachable, type Reading } from '../src/index.ts';

class Screen {
  private shown = true;
  private readonly listeners = new Set<() => void>();
  visible = () => this.shown;
  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  show(shown: boolean) {
    this.shown = shown;
    for (const listener of this.listeners) listener();
  }
}

const found = (value: string, etag: string | null = null): Reading<string> => ({
  changed: true,
  value,
  etag,
});
const problem = (status: number, retryAfter: number | null = null) =>
  new Problem(status, '', '', '', [], retryAfter);

/** A server that gives its answers in order and repeats the last, and a poller that reads it every two seconds. */
function polling(...answers: (Reading<string> | Error)[]) {
  const asked: (string | null)[] = [];
  const values: string[] = [];
  const errors: unknown[] = [];
  const screen = new Screen();
  const poller = new Poller<string>({
    read: async (etag) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)]!;
      asked.push(etag);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    interval: (value) => (value === 'final' ? null : 2_000),
    onValue: (value) => values.push(value),
    onError: (error) => errors.push(error),
    visibility: screen,
    random: () => 1,
  });
  return { poller, asked, values, errors, screen };
}

describe('polling', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends the ETag of what it has and keeps the value when nothing changed', async () => {
    const { poller, asked, values } = polling(found('one', '"1"'), { changed: false }, found('two', '"2"'));
    poller.start();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(asked).toEqual([null, '"1"', '"1"']);
    expect(values).toEqual(['one', 'one', 'two']);
    poller.stop();
  });

  it('ends when the value will not change any more', async () => {
    const { poller, asked, screen } = polling(found('final'));
    poller.start();
    await vi.advanceTimersByTimeAsync(60_000);
    screen.show(false);
    screen.show(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
  });

  it('backs off while the server fails and returns to its pace when it is back', async () => {
    const gone = new Unreachable('gone');
    const { poller, asked, values, errors } = polling(gone, gone, gone, found('back'));
    poller.start();
    await vi.advanceTimersByTimeAsync(0);
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1 + 4_000);
    expect(errors).toHaveLength(3);
    expect(values).toEqual(['back']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toHaveLength(5);
    poller.stop();
  });

  it('waits as long as the server asks', async () => {
    const { poller, asked } = polling(problem(429, 9), found('ok'));
    poller.start();
    await vi.advanceTimersByTimeAsync(8_999);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(2);
    poller.stop();
  });

  it('takes 404 for an answer', async () => {
    const { poller, asked, errors } = polling(problem(404));
    poller.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
    expect(errors).toHaveLength(1);
  });

  it('asks nothing while nobody looks, and at once when somebody does', async () => {
    const { poller, asked, screen } = polling(found('one'));
    poller.start();
    await vi.advanceTimersByTimeAsync(0);
    screen.show(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
    screen.show(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(2);
    poller.stop();
  });

  it('tells nothing after it was stopped', async () => {
    const { poller, values } = polling(found('one'));
    poller.start();
    poller.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(values).toEqual([]);
  });

  it('forgets the ETag of the older document when told a newer one', async () => {
    const { poller, asked, values } = polling(found('one', '"1"'));
    poller.start();
    await vi.advanceTimersByTimeAsync(0);
    poller.accept('mine');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual([null, null]);
    expect(values).toEqual(['one', 'mine', 'one']);
    poller.stop();
  });
});
