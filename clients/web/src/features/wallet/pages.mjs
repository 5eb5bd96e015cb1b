import assert from 'node:assert/strict';
import { every, open, heading, section, more } from '../../../e2e/steps.mjs';

export default [
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
      await history.getByText(say('Rose ×2', '玫瑰 ×2')).first().waitFor();
      await history.getByText(say('Alipay', '支付宝')).first().waitFor();
      assert.doesNotMatch(await history.innerText(), /ALIPAY|\brose\b|castle/);
      await shoot('', true);
      await more(world, history).click();
      await page.waitForFunction(() => document.querySelectorAll('.rows > li').length === 31);
      assert.equal(await more(world, history).count(), 0);
      const buy = say('Buy 680 coins CN¥68.00', '购买 680 金币 ¥68.00');
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
];
