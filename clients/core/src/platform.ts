import type { Signal } from './abort.ts';

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null for none. */
  readonly body: string | null;
  /** Tells when nobody waits for the answer any more. */
  readonly signal?: Signal;
}

export interface HttpResponse {
  readonly status: number;
  /** Null when the answer has no such header, or the platform does not show it. */
  header(name: string): string | null;
  text(): Promise<string>;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
}

/** One connection of a room's talk. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
  send(text: string): void;
  close(): void;
}

/** Keeps texts. May throw when it is full or forbidden. */
export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Kept for every window of the client, which are told what another one has changed. */
export interface SharedStore extends KeyValueStore {
  /** The key of what changed; null when it may be anything. Nobody is told of their own changes. */
  subscribe(listener: (key: string | null) => void): () => void;
}

/** Whether anybody is looking. */
export interface Visibility {
  visible(): boolean;
  subscribe(listener: () => void): () => void;
}

/**
 * What a client runs on: a browser's page, a mini program, an app, a test. Everything here that reaches the world goes
 * through it; beyond it only the language itself is used, and timers.
 */
export interface Platform {
  /** Where the API lives, without a slash at its end. */
  readonly baseUrl: string;
  /** Answers whatever the server said; rejects when it was not reached, or when `signal` was aborted. */
  send(request: HttpRequest): Promise<HttpResponse>;
  openSocket(address: string, protocols: readonly string[]): Socket;
  /** Outlives the page or the app. */
  readonly durable: SharedStore;
  /** As long as this one window of the client. */
  readonly tab: KeyValueStore;
  readonly visibility: Visibility;
  /** Not to be guessed. */
  randomBytes(count: number): Uint8Array;
  sha256(bytes: Uint8Array): Promise<Uint8Array>;
}

/** A new name for something that is to happen once. */
export function randomId({ randomBytes }: Pick<Platform, 'randomBytes'>): string {
  const bytes = randomBytes(16);
  // RFC 9562, 5.4: version 4, variant 10.
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
