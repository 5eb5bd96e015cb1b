import type { Batch, ChatItem } from './types.ts';

/** What the cursor rule of the contract says of a batch. */
export type Taken =
  | { readonly kind: 'repeat' }
  | { readonly kind: 'gap' }
  | { readonly kind: 'new'; readonly items: ChatItem[] };

/** How far a reader has come in a room's sequence: the one rule for sockets, segments and resumes. */
export class Cursor {
  private seq = 0;

  get value(): number {
    return this.seq;
  }

  moveTo(seq: number): void {
    this.seq = seq;
  }

  /** A gap moves nothing: what is missing has to come first. */
  take(batch: Batch): Taken {
    if (batch.until <= this.seq) return { kind: 'repeat' };
    if (batch.after > this.seq) return { kind: 'gap' };
    const items = batch.items.filter((item) => item.seq > this.seq);
    this.seq = batch.until;
    return { kind: 'new', items };
  }
}
