import { LocalAuth, Unreachable, type Auth, type SessionStore } from '@vitrine/core';
import { loadPart } from './loadPart.ts';
import { platform } from './platform.ts';

/** What whoever serves the page tells it, `/config.json`. */
interface Configuration {
  readonly signIn:
    | { readonly kind: 'local' }
    | {
        readonly kind: 'oidc';
        readonly issuer: string;
        readonly clientId: string;
        readonly scope: string;
        /** Whom the tokens are for, if the issuer wants to be asked (RFC 8707). */
        readonly resource?: string;
        readonly rolesClaim: string;
      };
}

/** Signs in where the configuration says. */
export async function chooseAuth(sessions: SessionStore): Promise<Auth> {
  const { signIn } = await configuration();
  if (signIn.kind === 'local') return new LocalAuth(sessions, platform);
  const { OidcAuth } = await loadPart(() => import('@vitrine/core/oidc'));
  return new OidcAuth(sessions, platform, (address) => window.location.assign(address), signIn);
}

async function configuration(): Promise<Configuration> {
  const url = `${platform.baseUrl}/config.json`;
  const request = { method: 'GET', url, headers: {}, body: null };
  const answer = await platform.send(request).catch((cause: unknown) => {
    throw new Unreachable('the configuration was not reached', { cause });
  });
  if (answer.status !== 200) throw new Unreachable(`the configuration answered ${answer.status}`);
  return JSON.parse(await answer.text()) as Configuration;
}
