import type { HttpResponse } from './platform.ts';

/** One field the server refused, and what it would accept. */
export interface FieldError {
  readonly field: string;
  readonly detail: string;
}

/** An answer of the server that says no: an RFC 9457 problem document, or what stands in for one behind a proxy. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly type: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly FieldError[],
    readonly retryAfterSeconds: number | null,
    /** With 402: how many more coins it needs. */
    readonly missing: number | null = null,
  ) {
    super(detail || title || `HTTP ${status}`);
  }

  /** The last segment of `type`, such as `invalid-field`: stable, so texts may be chosen by it. */
  get kind(): string {
    return this.type.split('/').pop() ?? '';
  }

  /** The complaint about one field, or null. A field may be named `title` or by pointer, `/title`. */
  about(field: string): string | null {
    const found = this.errors.find(({ field: name }) => fieldName(name) === field);
    return found?.detail ?? null;
  }
}

/** The server was not reached at all: offline, refused, timed out. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Reads a problem from an answer of any shape; never throws. */
export function problemOf(response: Pick<HttpResponse, 'status' | 'header'>, body: unknown): Problem {
  const document = isObject(body) ? body : {};
  return new Problem(
    response.status,
    text(document['type']) || 'about:blank',
    text(document['title']),
    text(document['detail']),
    fieldErrors(document['errors']),
    retryAfter(response.header('Retry-After')),
    Number.isSafeInteger(document['missing']) ? (document['missing'] as number) : null,
  );
}

function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isObject)
    .map((entry) => ({ field: text(entry['field']), detail: text(entry['detail']) }))
    .filter(({ field }) => field !== '');
}

/** `tags[2]`, `/tags/2` and `tags.2` are all about `tags`. */
function fieldName(field: string): string {
  return field.replace(/^[#$]?[./]*/, '').split(/[./[]/)[0] ?? '';
}

function retryAfter(header: string | null): number | null {
  if (header === null || !/^\d{1,6}$/.test(header)) return null;
  return Number(header);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
