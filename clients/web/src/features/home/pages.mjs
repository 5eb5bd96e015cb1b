import assert from 'node:assert/strict';

const everyLook = ['desktop-light-en', 'phone-dark-zh', 'desktop-dark-zh', 'phone-light-en'];

export default [
  {
    name: 'home',
    looks: everyLook,
    async run({ page, fixture, shoot, say }) {
      await page.goto('/');
      await page.getByRole('heading', { name: say('Live now', '正在直播') }).waitFor();
      await page.getByRole('heading', { name: say('Upcoming', '直播预告') }).waitFor();
      await page.getByText('Autumn knitwear, live from the workshop').first().waitFor();
      await page.getByText('明前龙井开茶啦').first().waitFor();
      assert.equal(await page.getByText('Sample sale').count(), 0, 'a cancelled room is not offered');
      await page.getByText(say('1.3K', '1284')).first().waitFor({ state: 'attached' });
      assert.equal(await page.evaluate(() => document.documentElement.lang), say('en', 'zh-CN'));
      assert.ok(
        !fixture.state.requests.some(({ path }) => path.includes('shaka')),
        'the player is not loaded here',
      );
      await shoot();
      await page.evaluate(() => document.fonts.ready);
      await shoot('whole', true);
    },
  },
  {
    name: 'home replays',
    async run({ page, shoot, say }) {
      await page.goto('/?show=replays');
      const cards = page.locator('.card');
      await cards.nth(23).waitFor();
      assert.equal(await cards.count(), 24);
      await page.getByRole('button', { name: say('Load more', '加载更多') }).click();
      await cards.nth(29).waitFor();
      assert.equal(await cards.count(), 30);
      assert.equal(
        await page.getByRole('button', { name: say('Load more', '加载更多') }).count(),
        0,
        'no page after the last',
      );
      await page.evaluate(() => window.scrollTo(0, 0));
      await shoot();
    },
  },
  {
    name: 'home filtered',
    async run({ page, shoot, say }) {
      await page.goto('/');
      await page.getByRole('combobox').selectOption('MARKETPLACE');
      await page.waitForURL('**/?kind=MARKETPLACE');
      await page.getByText('Autumn knitwear').first().waitFor({ state: 'detached' });
      await page.getByText('明前龙井开茶啦').first().waitFor();
      await page.getByRole('link', { name: '#food', exact: true }).click();
      await page.getByText('明前龙井开茶啦').waitFor({ state: 'detached' });
      await page.getByText('Night market tour').waitFor();
      await shoot();
      await page.getByRole('link', { name: say('Remove tag food', '移除标签 food') }).click();
      await page.getByText('明前龙井开茶啦').first().waitFor();
    },
  },
  {
    name: 'home loading',
    async run({ page, fixture, shoot }) {
      fixture.state.hanging = true;
      await page.goto('/');
      await page.locator('.skeleton').first().waitFor();
      await shoot();
    },
  },
  {
    name: 'home empty',
    async run({ page, fixture, say }) {
      fixture.of.room.state.rooms = [];
      await page.goto('/');
      await page.getByText(say('The window is still empty', '橱窗还空着')).waitFor();
      await page.getByRole('link', { name: say('Open the studio', '打开主播中心') }).waitFor();
    },
  },
  {
    name: 'home failing',
    async run({ page, fixture, shoot, say }) {
      fixture.state.failing = 500;
      await page.goto('/');
      await page.getByRole('alert').getByText(say('That did not work', '操作没有成功')).waitFor();
      await shoot();
      fixture.state.failing = null;
      await page.getByRole('button', { name: say('Try again', '重试') }).click();
      await page.getByText('Autumn knitwear').first().waitFor();
    },
  },
  {
    name: 'offline notice',
    looks: ['phone-light-en'],
    async run({ page, context }) {
      await page.goto('/');
      await page.getByText('Autumn knitwear').first().waitFor();
      await context.setOffline(true);
      await page.getByText('You are offline.').waitFor();
      await context.setOffline(false);
      await page.getByText('You are offline.').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'language',
    looks: ['desktop-light-en'],
    async run({ page }) {
      await page.goto('/about');
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { name: '关于 Vitrine' }).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: '关于 Vitrine' }).waitFor();
    },
  },
  {
    name: 'keyboard',
    looks: ['desktop-light-en'],
    async run({ page, shoot }) {
      await page.goto('/');
      await page.getByText('Autumn knitwear').first().waitFor();
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'skip');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await shoot();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/rooms/**');
    },
  },
  {
    name: 'about',
    async run({ page, say }) {
      await page.goto('/about');
      await page.getByRole('heading', { name: say('About Vitrine', '关于 Vitrine') }).waitFor();
    },
  },
  {
    name: 'not found',
    async run({ page, say }) {
      await page.goto('/nowhere/at/all');
      await page.getByText(say('There is nothing behind this window', '这扇橱窗后面什么也没有')).waitFor();
      await page.getByRole('link', { name: say('To all shows', '查看全部直播') }).click();
      await page.waitForURL((url) => url.pathname === '/');
    },
  },
];
