import assert from 'node:assert/strict';
import { ids } from '../fixture/ids.mjs';
import { heading, open, openIdentity, signIn } from '../steps.mjs';

const ended = ({ page, say }, name) =>
  page.getByText(say(`${name}, your session has ended.`, `${name}，你的登录已失效。`));
const again = ({ page, say }) => page.getByRole('button', { name: say('Sign in again', '重新登录') });
const rolesOf = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('vitrine.session')).roles);
const connected = (page, guest) =>
  page.waitForFunction((wanted) => {
    const { connection, self } = window.vitrineChat?.snapshot() ?? {};
    return connection === 'open' && self?.guest === wanted;
  }, guest);

async function joinIn({ page, say }, name) {
  await page.getByPlaceholder(say('Your name, to join in', '输入昵称，参与聊天')).fill(name);
  await page.getByRole('button', { name: say('Join in', '加入') }).click();
  await connected(page, false);
}

export default [
  {
    name: 'session in the header',
    looks: ['desktop-light-en', 'phone-dark-zh', 'desktop-dark-zh', 'phone-light-en'],
    async run(world) {
      const { page, say, shoot } = world;
      await page.goto('/');
      await page
        .getByRole('banner')
        .getByRole('button', { name: say('Not signed in', '未登录') })
        .click();
      await page.getByPlaceholder(say('Your name, to join in', '输入昵称，参与聊天')).waitFor();
      await shoot('guest');
      await joinFromHeader(world, 'Ann Lee');
      await openIdentity(world, 'Ann Lee');
      await page.getByText(say('Viewer', '观众'), { exact: true }).waitFor();
      await shoot();
      await page.getByRole('button', { name: say('Sign out', '退出登录') }).click();
      await page.getByText(say('Not signed in', '未登录')).waitFor({ state: 'attached' });
      assert.equal(await ended(world, 'Ann Lee').count(), 0, 'nobody is told what they did');
    },
  },
  {
    name: 'session of who joins in a room',
    looks: ['desktop-light-en'],
    async run(world) {
      const { page } = world;
      await page.goto(`/rooms/${ids.live}`);
      await connected(page, true);
      await joinIn(world, 'Mia');
      assert.deepEqual(await rolesOf(page), ['viewer'], 'to talk makes nobody a streamer');
      await page.goto('/studio');
      await heading(world, 'This page is for another role').waitFor();
      await page.getByRole('button', { name: 'Continue as streamer' }).click();
      await page.getByText('Plan your first show').waitFor();
    },
  },
  {
    name: 'session refused in a room',
    async run(world) {
      const { page, fixture, say, shoot } = world;
      await page.goto(`/rooms/${ids.live}`);
      await connected(page, true);
      await joinIn(world, 'Mia');
      fixture.of.chat.revoke();
      await ended(world, 'Mia').waitFor();
      await connected(page, true);
      assert.equal(await page.getByText(say('Connection lost.', '连接已断开')).count(), 0);
      await page.getByPlaceholder(say('Your name, to join in', '输入昵称，参与聊天')).waitFor();
      await shoot('', true);
      const { pathname } = new URL(page.url());
      await again(world).click();
      await connected(page, false);
      assert.equal(await ended(world, 'Mia').count(), 0);
      assert.equal(new URL(page.url()).pathname, pathname, 'where they were');
    },
  },
  {
    name: 'session refused on a page',
    async run(world) {
      const { page, fixture, say, shoot } = world;
      await open(world, '/wallet', 'Ann Lee');
      await page.locator('[data-balance]').waitFor();
      fixture.of.chat.revoke();
      await page.goto('/wallet?top-up=7');
      await ended(world, 'Ann Lee').waitFor();
      await heading(world, 'Sign in to see your wallet', '登录后查看钱包').waitFor();
      await shoot();
      await page.reload();
      await again(world).click();
      await page.locator('[data-balance]').getByText('12,345').waitFor();
      assert.equal(new URL(page.url()).search, '?top-up=7', 'where they were');
      fixture.of.chat.revoke();
      await page.reload();
      await page.getByRole('button', { name: say('Stay signed out', '暂不登录') }).click();
      await ended(world, 'Ann Lee').waitFor({ state: 'detached' });
      await page.reload();
      await heading(world, 'Sign in to see your wallet', '登录后查看钱包').waitFor();
      assert.equal(await ended(world, 'Ann Lee').count(), 0);
    },
  },
  {
    name: 'session shared by windows',
    looks: ['desktop-light-en'],
    async run(world) {
      const { page, context } = world;
      const other = await context.newPage();
      await other.goto('/wallet');
      await page.goto('/wallet');
      await signIn(world, 'Ann Lee');
      await other.locator('[data-balance]').getByText('12,345').waitFor();
      await other.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { name: '钱包', exact: true }).waitFor();
      await page.getByRole('button', { name: 'EN', exact: true }).click();
      await other.getByRole('heading', { name: 'Wallet', exact: true }).waitFor();
      await openIdentity({ ...world, page: other }, 'Ann Lee');
      await other.getByRole('button', { name: 'Sign out' }).click();
      await heading(world, 'Sign in to see your wallet').waitFor();
      assert.equal(await ended(world, 'Ann Lee').count(), 0, 'they signed out');
    },
  },
];

async function joinFromHeader({ page, say }, name) {
  const banner = page.getByRole('banner');
  await banner.getByPlaceholder(say('Your name, to join in', '输入昵称，参与聊天')).fill(name);
  await banner.getByRole('button', { name: say('Join in', '加入') }).click();
  await banner.getByText(say(`Signed in as ${name}`, `已登录：${name}`)).waitFor({ state: 'attached' });
}
