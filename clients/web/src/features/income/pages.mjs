import assert from 'node:assert/strict';
import { every, open, section, figure, more, downloaded } from '../../../e2e/steps.mjs';

export default [
  {
    name: 'money income',
    looks: every,
    async run(world) {
      const { page, say, shoot, phone } = world;
      await open(world, '/income', 'Ann Lee');
      await figure(world, 'payable').getByText('24,800').waitFor();
      await figure(world, 'fans').getByText('12,480').waitFor();
      const daily = section(world, 'Income by day', '每日收入');
      await daily.getByRole('img').waitFor();
      await shoot('', true);
      assert.equal(await daily.locator('.chart g').count(), 30);
      await daily.getByRole('button', { name: say('90 days', '90 天') }).click();
      await page.waitForFunction(() => document.querySelectorAll('.chart g').length === 90);
      const chart = daily.getByRole('img');
      const { width, height } = await chart.boundingBox();
      const position = { x: width * 0.98, y: height / 2 };
      await (phone ? chart.tap({ position }) : chart.hover({ position }));
      await daily.locator('figcaption').getByText(say('followers', '粉丝')).waitFor();
      await daily.getByText(say('As a table', '以表格查看')).click();
      assert.equal(await daily.locator('tbody tr').count(), 90);
      await shoot('table');
    },
  },
  {
    name: 'money statements',
    async run(world) {
      const { page, fixture, say } = world;
      await open(world, '/income', 'Ann Lee');
      const pdfs = page.getByRole('button', { name: say(/^Download .* as PDF$/, /^下载.*的 PDF$/) });
      const running = pdfs.first();
      await pdfs.nth(3).waitFor();
      const pdf = await downloaded(world, () => running.click());
      assert.match(pdf.name, /^statement-\d{4}-\d{2}\.pdf$/);
      assert.match(pdf.text, /^%PDF/);
      const csv = page.getByRole('button', { name: say(/as CSV$/, /的 CSV$/) }).first();
      assert.match((await downloaded(world, () => csv.click())).text, /^streamer,currency,day/);
      const json = page.getByRole('button', { name: say(/as JSON$/, /的 JSON$/) }).first();
      assert.equal(JSON.parse((await downloaded(world, () => json.click())).text).streamer, 'ann-lee');
      const asked = fixture.state.asked.filter(({ path }) => path.includes('/statements/'));
      assert.deepEqual(
        asked.map(({ headers }) => headers.accept),
        ['application/pdf', 'text/csv', 'application/json'],
      );
      assert.ok(asked.every(({ headers, path }) => headers.authorization && !path.includes('token')));
      const gifts = page.getByRole('button', { name: say(/^Download the gifts/, /的礼物明细$/) }).nth(1);
      const list = await downloaded(world, () => gifts.click());
      assert.match(list.name, /^gifts-\d{4}-\d{2}\.csv$/);
      const lines = list.text.trimEnd().split('\r\n');
      assert.equal(lines.length, 46, 'every page of it, the columns named once');
      assert.equal(new Set(lines).size, 46);
      for (const { path } of asked)
        fixture.state.refusals.set(`GET ${path}`, { status: 500, type: 'internal' });
      await running.click();
      await page.getByText(say('The statement could not be downloaded.', '对账单下载失败。')).waitFor();
      await world.shoot('failed');
    },
  },
  {
    name: 'money every gift',
    looks: every,
    async run(world) {
      const { page, fixture, say, shoot } = world;
      await open(world, '/income', 'Ann Lee');
      const list = section(world, 'Every gift', '礼物明细');
      const rows = list.locator('.rows > li');
      await rows.first().waitFor();
      assert.equal(await rows.count(), 20);
      await list.getByText(say('Castle', '城堡')).first().waitFor();
      await list.getByText(/70%/).first().waitFor();
      await list.getByRole('heading').evaluate((title) => title.scrollIntoView({ block: 'center' }));
      await shoot('');
      const address = 'GET /v1/income/gifts';
      fixture.state.refusals.set(address, { status: 500, type: 'internal' });
      await more(world, list).click();
      await list.getByRole('alert').waitFor();
      assert.equal(await rows.count(), 20, 'what is there stays');
      await more(world, list).click();
      await page.waitForFunction(
        () => document.querySelectorAll('[aria-labelledby=received-title] .rows > li').length === 40,
      );
      await more(world, list).click();
      await page.waitForFunction(
        () => document.querySelectorAll('[aria-labelledby=received-title] .rows > li').length === 45,
      );
      assert.equal(await more(world, list).count(), 0);
      await list.getByRole('button', { name: say('7 days', '7 天') }).click();
      await page.waitForFunction(
        () => document.querySelectorAll('[aria-labelledby=received-title] .rows > li').length === 20,
      );
      const { query } = fixture.state.asked.filter(({ path }) => path === '/v1/income/gifts').at(-1);
      const { from, to } = Object.fromEntries(new URLSearchParams(query));
      assert.equal(Date.parse(to) - Date.parse(from), 6 * 86_400_000);
    },
  },
  {
    name: 'money withdraw',
    async run(world) {
      const { page, fixture, say, shoot } = world;
      await open(world, '/income', 'Ann Lee');
      const form = section(world, 'Withdraw', '提现');
      const coins = form.getByRole('textbox', { name: say('Coins', '金币数') });
      const ask = form.getByRole('button', { name: say('Ask for it', '申请提现') });
      const bounds = say('A whole number, 100 to 100,000,000.', '请输入 100 到 100,000,000 的整数。');
      for (const wrong of ['', '99', '100.5', '-200', '100,50']) {
        await coins.fill(wrong);
        await ask.click();
        await form.getByText(bounds).waitFor();
      }
      await coins.fill('30,000');
      await ask.click();
      await form.getByText(say('That is 5,200 more than is payable.', '超出可提现余额 5,200。')).waitFor();
      await shoot('too much');
      await coins.fill('2000');
      const refusal = { status: 402, type: 'insufficient-balance', missing: 77 };
      fixture.state.refusals.set('POST /v1/withdrawals', refusal);
      await ask.click();
      await form.getByText(say('That is 77 more than is payable.', '超出可提现余额 77。')).waitFor();
      await ask.click();
      await form.getByText(say('Asked for.', '已提交')).waitFor();
      await figure(world, 'payable').getByText('22,800').waitFor();
      await figure(world, 'held').getByText('3,000').waitFor();
      const list = section(world, 'Withdrawals', '提现记录');
      await list.getByText(say('2,000 coins', '2,000 金币')).waitFor();
      await more(world, list).click();
      await page.waitForFunction(
        () => document.querySelectorAll('[aria-labelledby=withdrawals-title] li').length === 25,
      );
      await form.scrollIntoViewIfNeeded();
      await shoot('asked');
      const posts = fixture.state.requests.filter(
        ({ method, path }) => method === 'POST' && path === '/v1/withdrawals',
      );
      const [first, second] = posts.slice(-2).map(({ headers }) => headers['idempotency-key']);
      assert.ok(first && second && first !== second, 'after a refusal it is a new intent');
    },
  },
  {
    name: 'money income of a newcomer',
    async run(world) {
      const { page, say } = world;
      await open(world, '/income', 'Newcomer');
      for (const [english, chinese] of [
        ['Income by day', '每日收入'],
        ['Every gift', '礼物明细'],
      ])
        await section(world, english, chinese)
          .getByText(say('No gifts in these days.', '这段时间没有礼物。'))
          .waitFor();
      await page
        .getByText(say('The first statement comes with the first gift.', '收到第一份礼物后生成对账单。'))
        .waitFor();
      await page.getByText(say('No withdrawals yet.', '还没有提现。')).waitFor();
      const form = section(world, 'Withdraw', '提现');
      await form.getByText(say('from 100 payable ones on', '满 100 后')).waitFor();
      assert.equal(await form.getByRole('textbox').count(), 0, 'nothing to ask for');
      await world.shoot('', true);
    },
  },
  {
    name: 'money unreachable',
    looks: ['desktop-light-en'],
    async run(world) {
      const { page, fixture, shoot } = world;
      await open(world, '/income', 'Ann Lee');
      await figure(world, 'payable').waitFor();
      fixture.state.failing = 500;
      await page.reload();
      const retry = page.getByRole('button', { name: 'Try again' });
      await retry.nth(4).waitFor();
      await shoot('', true);
      fixture.state.failing = null;
      for (let left = await retry.count(); left > 0; left--) await retry.first().click();
      await figure(world, 'payable').getByText('24,800').waitFor();
      fixture.state.hanging = true;
      await page.reload();
      await page.locator('.skeleton').first().waitFor();
      await shoot('loading');
    },
  },
];
