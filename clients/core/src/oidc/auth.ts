import type { Auth, SignInWay } from '../auth/auth.ts';
import { renewMarginMillis } from '../auth/local.ts';
import type { HttpResponse, Platform } from '../platform.ts';
import { Unreachable } from '../problem.ts';
import type { Ended, Session, SessionStore } from '../session.ts';
import { claimsOf, nameIn, provenBy, rolesIn } from './claims.ts';
import { base64url, bytesOf, formOf } from './encoding.ts';
import { readMetadata, reached, type Metadata } from './metadata.ts';
import { keepPending, takePending } from './pending.ts';
import { SignInRefused } from './refusal.ts';

export interface OidcOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** Whom the tokens are for, where the issuer wants to be asked (RFC 8707). */
  readonly resource?: string;
  /** Where the access token, or else the ID token, tells the roles: `roles`, `realm_access.roles`. */
  readonly rolesClaim: string;
}

type OidcPlatform = Pick<Platform, 'baseUrl' | 'send' | 'tab' | 'randomBytes' | 'sha256'>;

/** Our address that the issuer sends people back to. */
export const callbackPath = '/signed-in';
const refreshKey = 'vitrine.oidc.refresh';
/** RFC 7636, 4.1: 32 bytes. */
const secretBytes = 32;

interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in?: number;
  readonly id_token?: string;
  readonly refresh_token?: string;
}

/**
 * Any OpenID Connect issuer, by authorization code with PKCE (RFC 6749, 7636, 9700): a public client that holds no secret.
 * Tokens come in answers, never in addresses. The refresh token stays in this window, so that two of them never renew
 * with the same one; without one, or when the issuer takes it no more, the session ends with its token.
 */
export class OidcAuth implements Auth {
  private metadata: Promise<Metadata> | null = null;
  private renewal: Promise<void> | null = null;

  constructor(
    private readonly sessions: SessionStore,
    private readonly platform: OidcPlatform,
    /** Goes to a page of the issuer. */
    private readonly leave: (address: string) => void,
    private readonly options: OidcOptions,
    private readonly now: () => number = Date.now,
  ) {}

  current = (): Session | null => this.sessions.current;

  ended = (): Ended | null => this.sessions.ended;

  putAside(): void {
    this.sessions.putAside();
  }

  subscribe = (listener: () => void): (() => void) => this.sessions.subscribe(listener);

  async token(): Promise<string | null> {
    const session = this.sessions.current;
    if (session === null) return null;
    const refreshToken = this.refreshTokenOf(session.subject);
    if (refreshToken !== null && !this.sessions.fresh(renewMarginMillis)) {
      this.renewal ??= this.renew(session, refreshToken).finally(() => (this.renewal = null));
      await this.renewal;
    }
    if (!this.sessions.fresh(0)) this.expire(session);
    return this.sessions.current?.token ?? null;
  }

  refused(token: string): void {
    if (this.sessions.current?.token === token) this.platform.tab.removeItem(refreshKey);
    this.sessions.end(token);
  }

  async way(): Promise<SignInWay> {
    return {
      kind: 'redirect',
      signIn: (returnTo) => this.ask(returnTo),
      finish: (answer) => this.finish(answer),
    };
  }

  /** Here at once; the issuer is told as well, and may have a page about it. */
  async signOut(): Promise<void> {
    const refreshToken = this.refreshTokenOf(this.sessions.current?.subject);
    this.platform.tab.removeItem(refreshKey);
    this.sessions.clear();
    const { revocation_endpoint, end_session_endpoint } = await this.issuer();
    const { clientId } = this.options;
    if (refreshToken !== null && revocation_endpoint !== undefined)
      await this.post(revocation_endpoint, { token: refreshToken, client_id: clientId });
    if (end_session_endpoint === undefined) return;
    const back = { client_id: clientId, post_logout_redirect_uri: `${this.platform.baseUrl}/` };
    this.leave(withQuery(end_session_endpoint, back));
  }

  private async ask(returnTo: string): Promise<void> {
    const { authorization_endpoint } = await this.issuer();
    const [state, nonce, verifier] = [this.secret(), this.secret(), this.secret()];
    const challenge = base64url(await this.platform.sha256(bytesOf(verifier)));
    keepPending(this.platform.tab, { state, nonce, verifier, returnTo: ownPath(returnTo) });
    const { clientId, scope, resource } = this.options;
    this.leave(
      withQuery(authorization_endpoint, {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: this.callback(),
        scope,
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        resource,
      }),
    );
  }

  private async finish(answer: Readonly<Record<string, string>>): Promise<string> {
    const pending = takePending(this.platform.tab);
    if (pending === null || answer['state'] !== pending.state) {
      // The way back after a sign-in, or a bookmark of the answer: nothing is taken from it, and the session stays.
      if (this.sessions.current !== null) return '/';
      throw pending === null
        ? new SignInRefused('not-asked', 'nothing was asked in this window')
        : new SignInRefused('other-state', 'the answer is to another');
    }
    const metadata = await this.issuer();
    const named = answer['iss'];
    if (
      named === undefined
        ? metadata.authorization_response_iss_parameter_supported
        : named !== metadata.issuer
    )
      throw new SignInRefused('other-issuer', 'the answer is of another issuer');
    if (answer['code'] === undefined)
      throw new SignInRefused('denied', answer['error_description'] ?? answer['error'] ?? 'no code');
    const response = await this.post(metadata.token_endpoint, {
      grant_type: 'authorization_code',
      code: answer['code'],
      redirect_uri: this.callback(),
      client_id: this.options.clientId,
      code_verifier: pending.verifier,
      resource: this.options.resource,
    });
    if (response.status >= 500) throw new Unreachable(`the issuer answered ${response.status}`);
    if (response.status !== 200) throw new SignInRefused('code-refused', await response.text());
    this.take(JSON.parse(await response.text()) as TokenAnswer, null, pending.nonce);
    return pending.returnTo;
  }

  private async renew(session: Session, refreshToken: string): Promise<void> {
    try {
      const { token_endpoint } = await this.issuer();
      const response = await this.post(token_endpoint, {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        client_id: this.options.clientId,
        resource: this.options.resource,
      });
      if (response.status >= 500) throw new Unreachable(`the issuer answered ${response.status}`);
      // Meanwhile they may have signed out, or somebody else in, or another window renewed it.
      if (this.sessions.current?.token !== session.token) return;
      // It was revoked, or is too old: whoever it was signs in again.
      if (response.status !== 200) return this.expire(session);
      this.take(JSON.parse(await response.text()) as TokenAnswer, session, null);
    } catch (failure) {
      // While the old token is good nothing is lost.
      if (!(failure instanceof Unreachable) || !this.sessions.fresh(0)) throw failure;
    }
  }

  private take(answer: TokenAnswer, before: Session | null, nonce: string | null): void {
    const { issuer, clientId, rolesClaim } = this.options;
    const access = claimsOf(answer.access_token);
    const expected = { issuer, clientId, nonce, nowMillis: this.now() };
    const id = answer.id_token === undefined ? null : provenBy(answer.id_token, expected);
    if (id === null && nonce !== null) throw new SignInRefused('bad-token', 'there is no ID token');
    const subject = (id?.['sub'] as string | undefined) ?? before?.subject ?? '';
    if (before !== null && before.subject !== subject)
      throw new SignInRefused('bad-token', 'the renewed token is of somebody else');
    const own = rolesIn(access, rolesClaim);
    this.sessions.put({
      subject,
      name: id === null ? (before?.name ?? '') : nameIn(id),
      roles: own.length > 0 ? own : rolesIn(id, rolesClaim),
      token: answer.access_token,
      expiresAt: this.now() + lifetimeSeconds(answer, access, this.now()) * 1_000,
    });
    if (answer.refresh_token !== undefined) this.keepRefreshToken(subject, answer.refresh_token);
    else if (nonce !== null) this.platform.tab.removeItem(refreshKey);
  }

  /** In this window alone: another one may have what renews it. */
  private expire({ token }: Session): void {
    this.platform.tab.removeItem(refreshKey);
    this.sessions.expire(token);
  }

  private keepRefreshToken(subject: string, token: string): void {
    this.platform.tab.setItem(refreshKey, JSON.stringify({ subject, token }));
  }

  /** Another window may have signed in somebody else since: what is kept here renews nothing of theirs. */
  private refreshTokenOf(person: string | undefined): string | null {
    const { subject, token } = refreshTokenIn(this.platform.tab.getItem(refreshKey));
    return person !== undefined && subject === person && typeof token === 'string' ? token : null;
  }

  private issuer(): Promise<Metadata> {
    this.metadata ??= readMetadata(this.platform, this.options.issuer).catch((failure: unknown) => {
      this.metadata = null;
      throw failure;
    });
    return this.metadata;
  }

  private post(url: string, form: Readonly<Record<string, string | undefined>>): Promise<HttpResponse> {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    return reached(this.platform.send({ method: 'POST', url, headers, body: formOf(form) }));
  }

  private callback(): string {
    return this.platform.baseUrl + callbackPath;
  }

  private secret(): string {
    return base64url(this.platform.randomBytes(secretBytes));
  }
}

function refreshTokenIn(text: string | null): { readonly subject?: unknown; readonly token?: unknown } {
  try {
    return (JSON.parse(text ?? 'null') as object | null) ?? {};
  } catch {
    return {};
  }
}

/** RFC 6749, 5.1: the answer says how long, or the token itself does. */
function lifetimeSeconds(
  answer: TokenAnswer,
  access: Readonly<Record<string, unknown>> | null,
  now: number,
): number {
  if (answer.expires_in !== undefined) return answer.expires_in;
  const exp = access?.['exp'];
  return typeof exp === 'number' ? exp - now / 1_000 : 0;
}

function withQuery(address: string, values: Readonly<Record<string, string | undefined>>): string {
  return `${address}${address.includes('?') ? '&' : '?'}${formOf(values)}`;
}

/** Nobody is led to another site by what they signed in with. */
function ownPath(path: string): string {
  return /^\/(?![/\\])/.test(path) ? path : '/';
}
