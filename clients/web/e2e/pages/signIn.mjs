import assert from 'node:assert/strict';
import { ids } from '../fixture/ids.mjs';
import { open, heading, mayEnter } from '../steps.mjs';

export default [
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
