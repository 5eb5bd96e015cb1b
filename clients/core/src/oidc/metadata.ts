import type { HttpResponse, Platform } from '../platform.ts';
import { Unreachable } from '../problem.ts';
import { SignInRefused } from './refusal.ts';

/** What an issuer tells of itself (OpenID Connect Discovery), as far as it is used here. */
export interface Metadata {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly end_session_endpoint?: string;
  readonly revocation_endpoint?: string;
  /** RFC 9207: every answer names its issuer. */
  readonly authorization_response_iss_parameter_supported?: boolean;
}

/** @throws Unreachable, or SignInRefused when it tells of another issuer */
export async function readMetadata(platform: Pick<Platform, 'send'>, issuer: string): Promise<Metadata> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await reached(platform.send({ method: 'GET', url, headers: {}, body: null }));
  if (answer.status !== 200) throw new Unreachable(`the issuer's configuration answered ${answer.status}`);
  const metadata = JSON.parse(await answer.text()) as Metadata;
  if (metadata.issuer !== issuer)
    throw new SignInRefused('other-issuer', 'its configuration is of another issuer');
  return metadata;
}

/** @throws Unreachable when nobody answered */
export async function reached(answer: Promise<HttpResponse>): Promise<HttpResponse> {
  try {
    return await answer;
  } catch (cause) {
    throw new Unreachable('the issuer was not reached', { cause });
  }
}
