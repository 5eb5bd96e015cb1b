import type { Signal } from './abort.ts';
import type { Network } from './network.ts';
import type { HttpResponse } from './platform.ts';
import { problemOf } from './problem.ts';

/** What a conditional read found: something new with its tag, or that nothing changed. */
export type Reading<T> =
  { readonly changed: true; readonly value: T; readonly etag: string | null } | { readonly changed: false };

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The paths of a contract that have the method. */
export type PathsWith<Paths, M extends Method> = {
  [P in keyof Paths]: Paths[P] extends { readonly [K in M]: object } ? P : never;
}[keyof Paths] &
  string;

type Operation<Paths, P extends keyof Paths, M extends Method> = Paths[P] extends {
  readonly [K in M]: infer Op;
}
  ? Op
  : never;

type Given<Op, K extends string> = Op extends { parameters: infer Parameters }
  ? K extends keyof Parameters
    ? Exclude<Parameters[K], undefined>
    : never
  : never;

type Body<Op> = Op extends { requestBody?: infer R }
  ? Exclude<R, undefined> extends { content: { 'application/json': infer B } }
    ? B
    : never
  : never;

/** Left out when the operation has none, optional when all of it is. */
type Part<K extends string, V> = [V] extends [never]
  ? { readonly [N in K]?: never }
  : Partial<V> extends V
    ? { readonly [N in K]?: V }
    : { readonly [N in K]: V };

export type Options<Op> = Part<'path', Given<Op, 'path'>> &
  Part<'query', Given<Op, 'query'>> &
  Part<'header', Given<Op, 'header'>> &
  Part<'body', Body<Op>> & {
    readonly accept?: string;
    readonly signal?: Signal | undefined;
  };

type Content<R> = R extends { content: { 'application/json': infer C } } ? C : undefined;

/** The document of an operation that went well. */
export type Success<Op> = Op extends { responses: infer R }
  ? { [S in keyof R & (200 | 201 | 202 | 204)]: Content<R[S]> }[keyof R & (200 | 201 | 202 | 204)]
  : never;

type Loose = {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly accept?: string;
  readonly signal?: Signal | undefined;
};

/**
 * One contract as typed calls. `Paths` is what `npm run generate` makes of it. Every call answers the document or throws
 * `Problem` or `Unreachable`.
 */
export class Client<Paths> {
  constructor(
    private readonly network: Network,
    private readonly authorized: boolean,
  ) {}

  async ask<M extends Method, P extends PathsWith<Paths, M>>(
    method: M,
    path: P,
    options: Options<Operation<Paths, P, M>>,
  ): Promise<Success<Operation<Paths, P, M>>> {
    return documentOf(await this.answer(method, path, options));
  }

  /** A read that costs little when nothing changed since the answer with that tag. */
  async read<P extends PathsWith<Paths, 'get'>>(
    path: P,
    options: Options<Operation<Paths, P, 'get'>> & { readonly etag: string | null },
  ): Promise<Reading<Success<Operation<Paths, P, 'get'>>>> {
    const { etag, ...rest } = options as Loose & { readonly etag: string | null };
    const header = { ...rest.header, ...(etag !== null && { 'If-None-Match': etag }) };
    const response = await this.send('get', path, { ...rest, header });
    if (response.status === 304) return { changed: false };
    const value = await documentOf<Success<Operation<Paths, P, 'get'>>>(await checked(response));
    return { changed: true, value, etag: response.header('ETag') };
  }

  /** For what is no JSON document. */
  async answer<M extends Method, P extends PathsWith<Paths, M>>(
    method: M,
    path: P,
    options: Options<Operation<Paths, P, M>>,
  ): Promise<HttpResponse> {
    return checked(await this.send(method, path, options as Loose));
  }

  private send(method: Method, path: string, options: Loose): Promise<HttpResponse> {
    const { query = {}, header = {}, body, accept, signal } = options;
    const given = Object.entries(header).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return this.network.send({
      method: method.toUpperCase(),
      path: filled(path, options.path ?? {}) + queryText(query),
      headers: {
        ...Object.fromEntries(given),
        ...(accept !== undefined && { Accept: accept }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      authorized: this.authorized,
      ...(signal && { signal }),
    });
  }
}

async function checked(response: HttpResponse): Promise<HttpResponse> {
  if (response.status >= 200 && response.status < 300) return response;
  throw problemOf(response, parsed(await response.text()));
}

/** Undefined when the answer has no body. */
async function documentOf<T>(response: HttpResponse): Promise<T> {
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** What stands in for the server may say no in any form. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function filled(path: string, values: Readonly<Record<string, string | number>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

/** Lists as the contracts have them, `explode: false`: one parameter, values separated by commas. */
function queryText(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${encodeURIComponent(name)}=${valueText(value)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function valueText(value: unknown): string {
  return Array.isArray(value)
    ? value.map((each) => encodeURIComponent(String(each))).join(',')
    : encodeURIComponent(String(value));
}
