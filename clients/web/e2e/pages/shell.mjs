import assert from 'node:assert/strict';
import { heading } from '../steps.mjs';

const textsOf = (fixture) =>
  fixture.state.requests.flatMap(({ path }) => /\/assets\/(\w+\.(?:en|zh))-/.exec(path)?.[1] ?? []);

export default [
  {
    name: 'shell texts of what is visited',
    async run({ page, fixture, zh, say }) {
      await page.goto('/about');
      await page.getByRole('heading', { name: say('About Vitrine', '关于 Vitrine') }).waitFor();
      const language = zh ? 'zh' : 'en';
      assert.deepEqual(textsOf(fixture).sort(), [`about.${language}`, `app.${language}`]);
    },
  },
  {
    name: 'shell another language on a page',
    looks: ['desktop-light-en'],
    async run(world) {
      const { page, fixture } = world;
      await page.goto('/wallet');
      await heading(world, 'Sign in to see your wallet').waitFor();
      await page.getByLabel('Your name').fill('Ann Lee');
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { name: '登录后查看钱包' }).waitFor();
      assert.equal(await page.getByLabel('你的名字').inputValue(), 'Ann Lee', 'what was written stays');
      assert.equal(new URL(page.url()).pathname, '/wallet');
      assert.ok(!textsOf(fixture).includes('audit.zh'));
    },
  },
  {
    name: 'shell not found',
    async run({ page, say }) {
      const response = await page.goto('/studio/nothing');
      assert.equal(response.status(), 404);
      await page.getByText(say('There is nothing behind this window', '这扇橱窗后面什么也没有')).waitFor();
    },
  },
  {
    name: 'shell part that a deploy took away',
    looks: ['desktop-light-en'],
    async run({ page, shoot }) {
      let loads = 0;
      page.on('load', () => loads++);
      await page.goto('/');
      await page.route('**/assets/AboutPage-*.js', (route) => route.fulfill({ status: 404 }));
      await page.getByRole('link', { name: 'About' }).click();
      await page.getByText('A part of this page could not be loaded.').waitFor();
      assert.equal(loads, 2, 'loaded anew once, at the same address');
      await shoot();
      await page.unroute('**/assets/AboutPage-*.js');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('heading', { name: 'About Vitrine' }).waitFor();
    },
  },
];
