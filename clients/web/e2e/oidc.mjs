// Signs in at a real OpenID Connect issuer through a running Vitrine that trusts it, in Chromium:
//   node e2e/oidc.mjs provider PORT CLIENT_URL     the issuer alone, for `./vitrine up --issuer http://127.0.0.1:PORT`
//   node e2e/oidc.mjs check URL                    the check, against that Vitrine
import assert from 'node:assert/strict';
import { startProvider } from '../../core/test/provider.mjs';
import { openBrowser } from './browser.mjs';
import { openIdentity } from './steps.mjs';

const [what, first, second] = process.argv.slice(2);
if (what === 'provider') {
  const { issuer } = await startProvider({ url: second, port: Number(first), lifeSeconds: 75 });
  console.log(issuer);
} else {
  await check(first);
}

async function check(url) {
  const browser = await openBrowser({ locale: 'en-GB' });
  const page = await browser.context.newPage();
  page.setDefaultTimeout(60_000);
  const addresses = [];
  const faults = [];
  page.on('request', (request) => addresses.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  try {
    await page.goto(`${url}/studio/new`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByLabel('Account').fill('ann-lee');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Signed in as Ann Lee').waitFor();
    assert.equal(page.url(), `${url}/studio/new`, 'back where one was, and nothing is left in the address');
    await page.getByLabel('Title').fill('Signed in elsewhere');
    await page.getByRole('button', { name: 'Create room' }).click();
    await page.getByRole('heading', { name: 'Signed in elsewhere' }).waitFor();
    await page.waitForFunction(() => window.vitrineChat?.snapshot().self?.guest === false);
    await page.reload();
    await page.getByText('Signed in as Ann Lee').waitFor();
    const token = () => page.evaluate(() => JSON.parse(localStorage.getItem('vitrine.session')).token);
    const before = await token();
    // The token lives for 75 s and is renewed a minute before its end.
    await page.waitForFunction(
      () => JSON.parse(localStorage.getItem('vitrine.session')).expiresAt - Date.now() < 55_000,
    );
    await page.goto(`${url}/wallet`);
    await page.getByText('Coins to spend').waitFor();
    assert.notEqual(await token(), before, 'renewed');
    await page.goto(`${url}/audit`);
    await page.getByText('Whoever runs this Vitrine can give your account the role.').waitFor();
    for (const address of addresses)
      assert.ok(!/(access_token|id_token|refresh_token)=|eyJ/.test(address), `a token in ${address}`);
    await forged(page, url);
    await openIdentity({ page, say: (english) => english }, 'Ann Lee');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/session\/end/);
    await page.goto(`${url}/studio`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    assert.deepEqual(
      faults.filter((text) => /Content.Security/i.test(text)),
      [],
      'the policy lets the sign-in through',
    );
    console.log('oidc: signed in, used, renewed, refused what was forged, signed out');
  } finally {
    await browser.close();
  }
}

/** An answer that nobody asked for leaves the address, and whoever is signed in is at home as who they were. */
async function forged(page, url) {
  const token = (where) => where.evaluate(() => JSON.parse(localStorage.getItem('vitrine.session')).token);
  const before = await token(page);
  const other = await page.context().newPage();
  await other.goto(`${url}/signed-in?code=made-up&state=made-up`);
  await other.waitForURL(`${url}/`);
  assert.equal(await token(other), before);
  await other.close();
  await page.goto(`${url}/studio`);
}
