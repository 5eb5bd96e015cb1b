import assert from 'node:assert/strict';
import { ids } from '../fixture/ids.mjs';
import { open, heading, mayEnter } from '../steps.mjs';

const issuer = 'https://issuer.test';

/** An issuer with pages of its own, which answers the question for a name with nothing (204), so that the page stays. */
async function elsewhere({ page }) {
  const signIn = { kind: 'oidc', issuer, clientId: 'vitrine', scope: 'openid', rolesClaim: 'roles' };
  const metadata = {
    ...{ issuer, token_endpoint: `${issuer}/token` },
    authorization_endpoint: `${issuer}/authorize`,
  };
  const headers = { 'Access-Control-Allow-Origin': '*' };
  await page.route('**/config.json', (route) => route.fulfill({ json: { signIn } }));
  await page.route(`${issuer}/.well-known/*`, (route) => route.fulfill({ json: metadata, headers }));
  await page.route(`${issuer}/authorize?*`, (route) => route.fulfill({ status: 204 }));
}

export default [
  {
    name: 'sign-in answer that was taken',
    async run(world) {
      const { page, say, shoot } = world;
      await elsewhere(world);
      await page.goto('/signed-in?code=used&state=old');
      await heading(world, 'You are not signed in', '未能登录').waitFor();
      assert.equal(new URL(page.url()).search, '', 'the answer leaves the address');
      await page.reload();
      await heading(world, 'You are not signed in', '未能登录').waitFor();
      await shoot();
      const asking = page.waitForRequest(`${issuer}/authorize?*`);
      await page.getByRole('button', { name: say('Sign in again', '重新登录') }).click();
      await asking;
    },
  },
  {
    name: 'sign-in answer that was taken signed in',
    looks: ['desktop-light-en'],
    async run(world) {
      const { page } = world;
      await elsewhere(world);
      await page.goto('/about');
      await page.evaluate(() => {
        const person = { subject: 'ann-lee', name: 'Ann Lee', roles: [] };
        const session = { ...person, token: 'secret', expiresAt: Date.now() + 3_600_000 };
        localStorage.setItem('vitrine.session', JSON.stringify(session));
      });
      for (const address of ['/signed-in?code=used&state=old', '/signed-in']) {
        await page.goto(address);
        await page.waitForURL('/');
        await page.locator('main h1, main h2').first().waitFor();
      }
      await page.goBack();
      await page.waitForURL((url) => url.pathname !== '/signed-in');
    },
  },
  {
    name: 'sign-in left and come back',
    looks: ['desktop-light-en'],
    async run(world) {
      const { page } = world;
      await elsewhere(world);
      await page.goto('/wallet');
      const button = page.getByRole('button', { name: 'Sign in', exact: true });
      const asking = page.waitForRequest(`${issuer}/authorize?*`);
      await button.click();
      await asking;
      assert.ok(await button.isDisabled(), 'nobody asks twice');
      await page.evaluate(() =>
        window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
      );
      await page.waitForFunction(() => !document.querySelector('.sign-in button').disabled);
    },
  },
  {
    name: 'money signed out',
    async run(world) {
      await mayEnter(world, '/wallet', 'Sign in to see your wallet', '登录后查看钱包');
      await world.shoot('wallet');
      await mayEnter(world, '/income', 'Income', '收入');
      await mayEnter(world, '/reviews', 'Withdrawal reviews', '提现审核');
      await mayEnter(world, '/audit', 'Audit', '审计');
      await world.shoot('audit');
      assert.deepEqual(world.fixture.state.asked, [], 'nothing of the ledger is asked for');
    },
  },
  {
    name: 'money other role',
    async run(world) {
      const { page, say, shoot } = world;
      await open(world, '/income', 'Ann Lee');
      await heading(world, 'Income', '收入').waitFor();
      await page.goto('/audit');
      await heading(world, 'This page is for another role', '此页面需要其他角色').waitFor();
      await shoot();
      await page.getByRole('button', { name: say('Continue as auditor', '以审计身份继续') }).click();
      await heading(world, 'Trial balance', '试算平衡').waitFor();
      const tabs = page.getByRole('navigation', { name: say('Money', '资金') });
      assert.deepEqual(await tabs.getByRole('link').allInnerTexts(), [
        say('Wallet', '钱包'),
        say('Audit', '审计'),
      ]);
      await page.goto('/income');
      await page.getByRole('button', { name: say('Continue as streamer', '以主播身份继续') }).click();
      await heading(world, 'Statements', '对账单').waitFor();
      await tabs.getByRole('link', { name: say('Wallet', '钱包') }).click();
      await heading(world, 'Wallet', '钱包').waitFor();
    },
  },
  {
    name: 'money ways',
    looks: ['desktop-light-en', 'phone-dark-zh', 'phone-light-en'],
    async run(world) {
      const { page, say, phone, shoot } = world;
      await open(world, '/income', 'Ann Lee');
      await page.goto(`/rooms/${ids.upcoming}`);
      if (phone)
        await page
          .getByRole('banner')
          .getByRole('link', { name: say('Wallet', '钱包') })
          .click();
      await page
        .getByRole('link', { name: say('Income', '收入'), exact: true })
        .first()
        .click();
      await heading(world, 'Income by day', '每日收入').waitFor();
      await shoot();
    },
  },
];
