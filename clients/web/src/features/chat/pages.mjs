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
      const field = page.getByRole('textbox', { name: say('Say something', '说点什么') });
      await field.fill('x'.repeat(90));
      const [count, around] = [await page.locator('.chat-count').boundingBox(), await field.boundingBox()];
      assert.ok(
        count.y >= around.y && count.y + count.height <= around.y + around.height,
        'what is left is said in the field, not over what stands above it',
      );
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
  {
    name: 'chat held',
    async run(world) {
      const { page, say, shoot } = world;
      await open(world, ids.live);
      await joinIn(world, 'Mia');
      await write(world, 'a doubtful word');
      await page
        .getByText(
          say('“a doubtful word” is held: a person looks at it', '“a doubtful word”正在等待人工审核'),
        )
        .waitFor();
      const field = page.getByRole('textbox', { name: say('Say something', '说点什么') });
      assert.equal(await field.inputValue(), '', 'nobody is made to send it again');
      assert.equal(await page.getByRole('alert').count(), 0, 'it was not refused');
      await field.scrollIntoViewIfNeeded();
      await shoot();
    },
  },
  {
    name: 'chat banned',
    async run(world) {
      const { page, fixture, say, shoot } = world;
      const told = page.getByText(say('You are banned in this room', '你已被禁止在本直播间互动'));
      await open(world, ids.live);
      await joinIn(world, 'Mia');
      fixture.of.chat.ban(ids.live, 'Mia');
      await told.waitFor();
      assert.equal(await page.getByRole('textbox', { name: say('Say something', '说点什么') }).count(), 0);
      assert.ok(await page.getByRole('button', { name: say('Like', '点赞') }).isDisabled());
      await told.scrollIntoViewIfNeeded();
      await shoot();
      await page.reload();
      await told.waitFor();
    },
  },
  {
    name: 'chat banned long ago',
    looks: ['desktop-light-en'],
    async run(world) {
      const { page, fixture } = world;
      // The log does not tell it any more: the room does, to who tries.
      fixture.of.chat.state.banned.add('Mia');
      await open(world, ids.live);
      await joinIn(world, 'Mia');
      await write(world, 'hello');
      await page.getByText('You are banned in this room').waitFor();
    },
  },
  {
    name: 'chat of a replay',
    needsPicture: true,
    async run(world) {
      const { page, fixture, shoot } = world;
      const lines = page.locator('.chat-line');
      await open(world, ids.replay);
      await page.waitForFunction(() => (window.vitrinePlayer?.video.currentTime ?? 0) > 3.6);
      await lines.getByText('What a lovely kettle').waitFor();
      assert.equal(await lines.getByText('See you next week').count(), 0, 'that comes later');
      const seek = (to) => page.evaluate((at) => void (window.vitrinePlayer.video.currentTime = at), to);
      await seek(9.5);
      await lines.getByText('See you next week').waitFor();
      assert.equal(await lines.count(), 4, 'what was said before it as well');
      await shoot('', true);
      await page.evaluate(() => window.vitrinePlayer.video.pause());
      await seek(2);
      await lines.getByText('What a lovely kettle').waitFor({ state: 'detached' });
      assert.equal(await lines.count(), 1);
      fixture.of.chat.takeBack(ids.replay, 1);
      await lines.first().waitFor({ state: 'detached' });
    },
  },
  {
    name: 'moderation notice',
    async run(world) {
      const { page, say, shoot } = world;
      await keepOrder(world);
      const notice = page.getByLabel(say('Pinned notice', '置顶公告'));
      await page.waitForFunction(() => window.vitrineChat?.snapshot().connection === 'open');
      assert.equal(await notice.inputValue(), '全场包邮 Free shipping today', 'what is pinned stands there');
      await notice.fill('Ends at eight 八点结束');
      await page.getByRole('button', { name: say('Pin', '置顶'), exact: true }).click();
      await page.locator('.chat-notice').getByText('Ends at eight').waitFor();
      await notice.scrollIntoViewIfNeeded();
      await shoot();
      await page.getByRole('button', { name: say('Unpin', '取消置顶') }).click();
      await page.locator('.chat-notice').waitFor({ state: 'detached' });
      assert.equal(await notice.inputValue(), '');
    },
  },
  {
    name: 'moderation reviews',
    async run(world) {
      const { page, say, shoot } = world;
      await keepOrder(world);
      await page.getByRole('tab', { name: say('Reviews', '审核') }).click();
      const rows = page.locator('.moderation-list li');
      const row = (text) => rows.filter({ hasText: text });
      await row('Join my group').getByText(say('Held', '待审'), { exact: true }).waitFor();
      await row('这个傻瓜相机').getByText(say('Shown masked', '屏蔽后显示')).waitFor();
      await row('加微信').getByText(say('Refused', '已拦截'), { exact: true }).waitFor();
      await row('replica').getByText(say('released', '已放行')).waitFor();
      const buttons = (text) => row(text).getByRole('button').count();
      assert.deepEqual(
        await Promise.all(['Join my group', '这个傻瓜相机', '加微信', 'replica'].map(buttons)),
        [2, 0, 1, 0],
        'decided is what can be',
      );
      await row('Join my group').scrollIntoViewIfNeeded();
      await shoot('', true);
      await row('Join my group')
        .getByRole('button', { name: say('Release', '放行') })
        .click();
      await row('Join my group').getByText(say('released', '已放行')).waitFor();
      assert.equal(await buttons('Join my group'), 0);
    },
  },
  {
    name: 'moderation log',
    async run(world) {
      const { page, say, shoot } = world;
      await keepOrder(world);
      await page.getByRole('tab', { name: say('Log', '操作记录') }).click();
      const list = page.locator('.moderation-list');
      await list.getByText(say('muted a viewer: Ravi', '禁言了观众: Ravi')).waitFor();
      await list.getByText('已经下单了').waitFor();
      await list.getByText(say('pinned “Ends at 8, see you”', '置顶“Ends at 8, see you”')).waitFor();
      const text = await list.innerText();
      assert.doesNotMatch(text, /\d{4}-\d\d-\d\dT|slowModeSeconds|something nobody reads|[a-z2-7]{16}/);
      await list.scrollIntoViewIfNeeded();
      await shoot('', true);
    },
  },
];

/** The streamer's console of their live room. */
async function keepOrder({ page, say }) {
  await page.goto(`/studio/rooms/${ids.live}`);
  await page.getByLabel(say('Your name', '你的名字')).fill('Ann Lee');
  await page.getByRole('button', { name: say('Sign in', '登录'), exact: true }).click();
  await page.getByRole('heading', { name: say('Moderation', '直播间管理') }).waitFor();
}
