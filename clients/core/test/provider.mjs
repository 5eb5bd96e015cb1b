// A real OpenID Connect issuer on loopback for checks: `oidc-provider` with one public client, accounts by name, roles in
// the access token, and a page that asks for the name alone.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

export const clientId = 'vitrine';
export const audience = 'urn:vitrine:api';

/** @param lifeSeconds of an access token */
export async function startProvider({ url: client, port = 0, lifeSeconds = 3600, refresh = true }) {
  const server = createServer();
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const asked = [];
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        application_type: 'native',
        redirect_uris: [`${client}/signed-in`],
        post_logout_redirect_uris: [`${client}/`],
        grant_types: ['authorization_code', ...(refresh ? ['refresh_token'] : [])],
      },
    ],
    clientBasedCORS: (_context, origin) => origin === client,
    cookies: { keys: ['for checks only'] },
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, name: nameOf(id) }) }),
    extraTokenClaims: (_context, token) => ({
      name: nameOf(token.accountId),
      realm_access: { roles: ['streamer'] },
    }),
    issueRefreshToken: () => refresh,
    rotateRefreshToken: true,
    pkce: { required: () => true },
    ttl: {
      AccessToken: lifeSeconds,
      IdToken: 3600,
      Grant: 7200,
      Interaction: 600,
      Session: 7200,
      RefreshToken: 7200,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid profile',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: lifeSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url.startsWith('/interaction/')) return void interact(provider, request, response);
    answer(request, response);
  });
  return {
    issuer,
    asked,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

const nameOf = (id) =>
  id.replace(/(^|-)(\w)/g, (_, dash, letter) => (dash ? ' ' : '') + letter.toUpperCase());

/** Asks for a name, and grants what was asked for. */
async function interact(provider, request, response) {
  const { params, prompt, session, grantId } = await provider.interactionDetails(request, response);
  if (request.method === 'GET') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    return response.end(
      '<!doctype html><title>Issuer</title><form method="post"><label>Account <input name="account" autofocus></label><button name="do" value="yes">Continue</button><button name="do" value="no">Refuse</button></form>',
    );
  }
  const form = new URLSearchParams(await bodyOf(request));
  if (form.get('do') === 'no') {
    const result = { error: 'access_denied', error_description: 'the person refused' };
    return provider.interactionFinished(request, response, result);
  }
  const accountId = session?.accountId ?? form.get('account');
  const grant = grantId ? await provider.Grant.find(grantId) : new provider.Grant({ accountId, clientId });
  grant.addOIDCScope(params.scope);
  grant.addResourceScope(audience, params.scope);
  const consent = { grantId: await grant.save() };
  const result = prompt.name === 'login' ? { login: { accountId }, consent } : { consent };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
