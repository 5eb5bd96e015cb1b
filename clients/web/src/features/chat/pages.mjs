import assert from 'node:assert/strict';
import { ids } from '../../../e2e/fixture/ids.mjs';

async function open({ page }, id) {
  await page.goto(`/rooms/${id}`);
  await page.waitForFunction(() => window.vitrineChat?.snapshot().connection === 'open');
}

async function joinIn({ page, say }, name) {
  await page.getByPlaceholder(say('Your name, to join in', '输入昵称，参与聊天')).fill(name);
  await page.getByRole('button', { name: say('Join in', '加入') }).click();
  await page.waitForFunction(() => window.vitrineChat?.snapshot().self?.guest === false);
}

async function write({ page, say }, text) {
  await page.getByRole('textbox', { name: say('Say something', '说点什么') }).fill(text);
  await page.keyboard.press('Enter');
}

export default [
  {
    name: 'chat as a guest',
    looks: ['desktop-light-en', 'phone-dark-zh', 'desktop-dark-zh'],
    async run(world) {
      await open(world, ids.liveChinese);
      await world.page.getByText('Is the blue one back in stock?').waitFor();
      await world.page.getByText('Free shipping today').waitFor();
      await world.shoot('', true);
      assert.equal(
        await world.page.getByRole('button', { name: world.say('Like', '点赞') }).isDisabled(),
        true,
        'guests read',
      );
    },
  },
  {
    name: 'chat talk',
    needsPicture: true,
    async run(world) {
      const { page, say, shoot } = world;
      await open(world, ids.liveChinese);
      await joinIn(world, 'Ann Lee');
      await page.waitForFunction(() => (window.vitrinePlayer?.video.currentTime ?? 0) > 0.3);
      await write(world, '好漂亮 so pretty');
      await page.locator('.danmaku', { hasText: 'so pretty' }).waitFor({ state: 'attached' });
      await page.locator('.chat-line', { hasText: 'so pretty' }).waitFor();
      await page.getByRole('button', { name: say('Like', '点赞') }).click();
      await page.waitForTimeout(600);
      await shoot('', true);
      await write(world, 'a forbidden word');
      await page
        .getByText(say('A word of this message is not allowed here.', '消息中含有不允许的词语。'))
        .waitFor();
      assert.equal(await page.getByRole('textbox').first().inputValue(), 'a forbidden word');
      await shoot('refused', true);
    },
  },
  {
    name: 'chat moderation',
    async run(world) {
      const { page, say, shoot } = world;
      await open(world, ids.live);
      await joinIn(world, 'Ann Lee');
      const streams = await page.evaluate(() => window.vitrineChat.snapshot().self.role === 'STREAMER');
      assert.equal(streams, true, 'the room is theirs');
      await page.getByRole('button', { name: say('Act on the message of Ravi', '处理 Ravi 的消息') }).click();
      await page.getByRole('button', { name: say('Delete message', '删除消息') }).waitFor();
      await shoot();
      await page.keyboard.press('Escape');
    },
  },
];
