import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ids } from '../fixture/rooms.mjs';

const every = ['desktop-light-en', 'phone-dark-zh', 'desktop-dark-zh', 'phone-light-en'];

async function signIn({ page, say }, name) {
  await page.getByLabel(say('Your name', '你的名字')).fill(name);
  await page.getByRole('button', { name: say('Sign in', '登录'), exact: true }).click();
  await page.getByText(say(`Signed in as ${name}`, `已登录：${name}`)).waitFor();
}

async function open(world, path, name) {
  await world.page.goto(path);
  await signIn(world, name);
}

const heading = ({ page, say }, english, chinese) =>
  page.getByRole('heading', { name: say(english, chinese), exact: true });
const section = ({ page, say }, english, chinese) =>
  page.getByRole('region', { name: say(english, chinese), exact: true });
const figure = ({ page }, name) => page.locator(`[data-figure=${name}] > span`);
const more = ({ say }, inside) => inside.getByRole('button', { name: say('Show more', '加载更多') });

/** What a click downloads: its name and its text. */
async function downloaded({ page }, click) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

async function mayEnter(world, path, english, chinese) {
  await world.page.goto(path);
  await heading(world, english, chinese).waitFor();
  await world.page.getByLabel(world.say('Your name', '你的名字')).waitFor();
}

export const moneyChecks = [
  {
    name: 'money signed out',
    async run(world) {
      await mayEnter(world, '/wallet', 'Sign in to see your wallet', '登录后查看钱包');
      await world.shoot('wallet');
      await mayEnter(world, '/income', 'Income', '收入');
      await mayEnter(world, '/reviews', 'Withdrawal reviews', '提现审核');
      await mayEnter(world, '/audit', 'Audit', '审计');
      await world.shoot('audit');
      assert.deepEqual(world.fixture.money.state.asked, [], 'nothing of the ledger is asked for');
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
    name: 'money wallet',
    looks: every,
    async run(world) {
      const { page, say, shoot } = world;
      await open(world, '/wallet', 'Ann Lee');
      const balance = page.locator('[data-balance]');
      await balance.getByText('12,345').waitFor();
      const history = section(world, 'History', '明细');
      await history.getByText('+6,000').first().waitFor();
      await shoot('', true);
      await more(world, history).click();
      await page.waitForFunction(() => document.querySelectorAll('.rows > li').length === 31);
      assert.equal(await more(world, history).count(), 0);
      const buy = say('Buy 680 coins for CN¥68.00', '用 ¥68.00 购买 680 金币');
      await page.getByRole('button', { name: buy }).click();
      await page.getByText(say('680 coins have arrived.', '680 金币已到账。')).waitFor();
      await balance.getByText('13,025').waitFor();
      await shoot('paid');
      await page.getByRole('button', { name: say('Close', '关闭'), exact: true }).click();
      await page.waitForURL('**/wallet');
    },
  },
  {
    name: 'money wallet of a newcomer',
    async run(world) {
      await open(world, '/wallet', 'Newcomer');
      await heading(world, 'Nothing has moved yet', '还没有明细').waitFor();
      await world.shoot('', true);
    },
  },
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
      const asked = fixture.money.state.asked.filter(({ path }) => path.includes('/statements/'));
      assert.deepEqual(
        asked.map(({ headers }) => headers.accept),
        ['application/pdf', 'text/csv', 'application/json'],
      );
      assert.ok(asked.every(({ headers, path }) => headers.authorization && !path.includes('token')));
      for (const { path } of asked)
        fixture.money.state.refusals.set(`GET ${path}`, { status: 500, type: 'defect' });
      await running.click();
      await page.getByText(say('The statement could not be downloaded.', '对账单下载失败。')).waitFor();
      await world.shoot('failed');
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
      fixture.money.state.refusals.set('POST /v1/withdrawals', refusal);
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
      await page.getByText(say('No gifts in these days.', '这段时间没有礼物。')).waitFor();
      await page
        .getByText(say('The first statement comes with the first gift.', '收到第一份礼物后生成对账单。'))
        .waitFor();
      await page.getByText(say('No withdrawals yet.', '还没有提现。')).waitFor();
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
      await retry.nth(3).waitFor();
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
  {
    name: 'money reviews',
    looks: every,
    async run(world) {
      const { page, fixture, say, shoot } = world;
      await open(world, '/reviews', 'Ann Lee');
      const review = (name) => page.getByRole('listitem', { name, exact: true });
      await review('小雨').waitFor();
      await review('Ann Lee').getByText(say('Nobody decides about their own', '不能审核自己的')).waitFor();
      await shoot('', true);
      const approve = (name) => review(name).getByRole('button', { name: say('Approve', '通过') });
      const refuse = (name) => review(name).getByRole('button', { name: say('Refuse', '拒绝') });
      const dialog = page.getByRole('dialog');
      await approve('小雨').click();
      await dialog.getByText(say('Pay CN¥2,400.00 to 小雨?', '向 小雨 打款 ¥2,400.00？')).waitFor();
      await shoot('sure');
      await dialog.getByRole('button', { name: say('Not yet', '再想想') }).click();
      assert.equal(fixture.money.state.reviews[0].state, 'REQUESTED');
      await approve('小雨').click();
      await dialog.getByRole('button', { name: say('Approve', '通过') }).click();
      await review('小雨').getByText(say('Paid out', '已打款')).waitFor();
      await review('小雨').getByText('ann-lee').waitFor();
      await refuse('Fern & Field').click();
      await review('Fern & Field').getByText(say('Say why: the streamer reads it.', '请填写理由')).waitFor();
      await review('Fern & Field').getByRole('textbox').fill('The account has another name');
      await refuse('Fern & Field').click();
      await review('Fern & Field').getByText(say('Refused', '已拒绝')).waitFor();
      assert.equal(fixture.money.state.reviews[1].reason, 'The account has another name');
      fixture.money.state.reviews[2].state = 'APPROVED';
      await review('夜市老周').getByRole('textbox').fill('x');
      await refuse('夜市老周').click();
      await review('夜市老周').getByText(say('Somebody else decided', '该申请已被其他人')).waitFor();
      assert.equal(await refuse('夜市老周').count(), 0);
      await shoot('decided', true);
      fixture.money.state.reviews.pop();
      await page.getByRole('button', { name: say('Look again', '重新查看') }).click();
      await heading(world, 'Nothing waits for you', '没有待审核的申请').waitFor();
      await shoot('empty');
    },
  },
  {
    name: 'money audit',
    looks: every,
    async run(world) {
      const { page, fixture, say, shoot } = world;
      await open(world, '/audit', 'Vera');
      await page.getByText(say('Balanced: every currency sums to zero', '平衡：各币种合计为零')).waitFor();
      const chain = section(world, 'Chain', '哈希链');
      await chain.getByText(say('It was never verified.', '尚未校验过。')).waitFor();
      const verify = chain.getByRole('button', { name: say('Verify now', '立即校验') });
      await verify.click();
      await chain.getByText(say('entries checked', '已检查')).first().waitFor();
      await chain.getByText(say(/^Intact: 642,018 entries/, /^完整：.*642,018/)).waitFor();
      await shoot('', true);
      const accounts = section(world, 'Accounts', '账户');
      await more(world, accounts).click();
      await page.waitForFunction(() => document.querySelectorAll('.accounts > li').length === 26);
      await accounts.getByRole('combobox').selectOption('WALLET');
      await accounts.getByLabel(say('Owner', '所有者')).fill('ann-lee');
      await accounts.getByRole('button', { name: say('Search', '查询') }).click();
      await page.waitForFunction(() => document.querySelectorAll('.accounts > li').length === 1);
      const entries = say('Entries of ann-lee, Wallets, COIN', 'ann-lee 的分录，钱包，COIN');
      await accounts.getByRole('link', { name: entries }).click();
      await page.getByRole('heading', { name: entries }).waitFor();
      await page.getByText(say('takes back', '冲正')).waitFor();
      await shoot('entries');
      await more(world, page).click();
      await page.waitForFunction(() => document.querySelectorAll('.entries tbody tr').length === 27);
      await page.reload();
      await page.getByRole('heading', { name: say('Entries of account', '账户') }).waitFor();
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll('.accounts > li').length === 1);
      await accounts.getByLabel(say('Owner', '所有者')).fill('nobody');
      await accounts.getByRole('button', { name: say('Search', '查询') }).click();
      await accounts.getByText(say('No account fits.', '没有符合条件的账户。')).waitFor();
      await page.goto('/audit/accounts/nothing');
      await heading(world, 'There is no such account', '没有这个账户').waitFor();
      assert.ok(fixture.money.state.asked.every(({ headers, path }) => headers.authorization && path));
    },
  },
  {
    name: 'money audit export',
    async run(world) {
      const { page, fixture, say } = world;
      await open(world, '/audit', 'Vera');
      const form = section(world, 'Export', '导出');
      const csv = form.getByRole('button', { name: say('Download CSV', '下载 CSV') });
      const file = await downloaded(world, () => csv.click());
      assert.match(file.name, /^entries-\d{4}-\d{2}-\d{2}-\d{4}-\d{2}-\d{2}\.csv$/);
      assert.deepEqual(file.text.match(/transfer,at,kind/g), ['transfer,at,kind']);
      assert.equal(file.text.trim().split('\r\n').length, 3, 'the columns and an entry of each page');
      await form.getByText(say('Downloaded.', '已下载。')).waitFor();
      const lines = form.getByRole('button', { name: say('Download NDJSON', '下载 NDJSON') });
      const second = await downloaded(world, () => lines.click());
      assert.equal(
        second.text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)).length,
        2,
      );
      await form.getByLabel(say('From', '起始日')).fill('2026-02-02');
      await form.getByLabel(say('To', '截止日')).fill('2026-02-01');
      await csv.click();
      await form.getByText(say('The first day must not be after the last', '起始日不能晚于截止日')).waitFor();
      await form.scrollIntoViewIfNeeded();
      await world.shoot('period');
      await form.getByLabel(say('To', '截止日')).fill('2026-02-03');
      fixture.money.state.refusals.set('GET /v1/audit/export', { status: 500, type: 'defect' });
      await csv.click();
      await form.getByText(say('The export could not be downloaded.', '导出失败。')).waitFor();
    },
  },
  {
    name: 'money audit alarm',
    looks: every,
    async run(world) {
      const { page, fixture, say, shoot } = world;
      Object.assign(fixture.money.state, { balanced: false, tampered: true });
      await open(world, '/audit', 'Vera');
      await page.getByRole('alert').getByText(say('Not balanced', '不平衡')).waitFor();
      await page.getByText(say('COIN is off by +7', 'COIN 相差 +7')).waitFor();
      await page.getByRole('button', { name: say('Verify now', '立即校验') }).click();
      await page.getByText(say('Broken: entry-changed', '链已损坏：entry-changed')).waitFor();
      await page.getByText(say('hash is not that of its content', '哈希与其内容')).waitFor();
      await shoot('', true);
      const { account, seq } = fixture.money.state.verification.broken;
      await page.getByRole('alert').getByText(String(seq), { exact: true }).waitFor();
      await page.getByRole('link', { name: account }).click();
      await page.waitForURL(`**/audit/accounts/${account}`);
    },
  },
  {
    name: 'money ways',
    looks: ['desktop-light-en', 'phone-dark-zh', 'phone-light-en'],
    async run(world) {
      const { page, say, phone, shoot } = world;
      await open(world, '/wallet', 'Ann Lee');
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
