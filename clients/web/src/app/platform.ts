import type { HttpRequest, HttpResponse, Platform, Socket } from '@vitrine/core';
import { pageVisibility } from './browser.ts';
import { durableStore, tabStore } from './memory.ts';

/** The browser as core needs it. The API lives where the page was served from. */
export const platform: Platform = {
  baseUrl: window.location.origin,
  send,
  openSocket: (address, protocols) => new WebSocket(address, [...protocols]) as unknown as Socket,
  durable: durableStore(),
  tab: tabStore(),
  visibility: pageVisibility,
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice())),
};

async function send({ method, url, headers, body, signal }: HttpRequest): Promise<HttpResponse> {
  const controller = new AbortController();
  if (signal?.aborted) controller.abort();
  signal?.addEventListener('abort', () => controller.abort());
  const response = await fetch(url, { method, headers: { ...headers }, body, signal: controller.signal });
  return {
    status: response.status,
    header: (name) => response.headers.get(name),
    text: () => response.text(),
    bytes: async () => new Uint8Array(await response.arrayBuffer()),
  };
}
