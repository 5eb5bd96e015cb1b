import assert from 'node:assert/strict';
import { every, open, heading, section, more, downloaded } from '../../../e2e/steps.mjs';

export default [
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
      assert.ok(fixture.state.asked.every(({ headers, path }) => headers.authorization && path));
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
      fixture.state.refusals.set('GET /v1/audit/export', { status: 500, type: 'internal' });
      await csv.click();
      await form.getByText(say('The export could not be downloaded.', '导出失败。')).waitFor();
    },
  },
  {
    name: 'money audit alarm',
    looks: every,
    async run(world) {
      const { page, fixture, say, shoot } = world;
      Object.assign(fixture.of.audit.state, { balanced: false, tampered: true });
      await open(world, '/audit', 'Vera');
      await page.getByRole('alert').getByText(say('Not balanced', '不平衡')).waitFor();
      await page.getByText(say('COIN is off by +7', 'COIN 相差 +7')).waitFor();
      await page.getByRole('button', { name: say('Verify now', '立即校验') }).click();
      await page.getByText(say('Broken: entry-changed', '链已损坏：entry-changed')).waitFor();
      await page.getByText(say('hash is not that of its content', '哈希与其内容')).waitFor();
      await shoot('', true);
      const { account, seq } = fixture.of.audit.state.verification.broken;
      await page.getByRole('alert').getByText(String(seq), { exact: true }).waitFor();
      await page.getByRole('link', { name: account }).click();
      await page.waitForURL(`**/audit/accounts/${account}`);
    },
  },
];
