/** Whether something is still wanted; a browser's AbortSignal is one. */
export interface Signal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

/** Says that an answer is not wanted any more; not every platform has an AbortController. */
export class Aborter {
  private readonly listeners = new Set<() => void>();
  private done = false;

  readonly signal: Signal = ((aborter: Aborter): Signal => ({
    get aborted() {
      return aborter.done;
    },
    addEventListener: (_type, listener) => void aborter.listeners.add(listener),
  }))(this);

  abort(): void {
    if (this.done) return;
    this.done = true;
    this.listeners.forEach((listener) => listener());
    this.listeners.clear();
  }
}

/** What a call that was aborted rejects with. */
export class Aborted extends Error {
  override readonly name = 'AbortError';
}
