import assert from 'node:assert/strict';
import { ids } from '../../../e2e/fixture/ids.mjs';

async function signIn({ page, say }, name) {
  await page.getByLabel(say('Your name', '你的名字')).fill(name);
  await page.getByRole('button', { name: say('Sign in', '登录'), exact: true }).click();
  await page.getByText(say(`Signed in as ${name}`, `已登录：${name}`)).waitFor();
}

export default [
  {
    name: 'studio sign in',
    async run(world) {
      await world.page.goto('/studio');
      await world.page
        .getByRole('heading', { name: world.say('Welcome to the studio', '欢迎来到主播中心') })
        .waitFor();
      await world.shoot();
      await signIn(world, 'Newcomer');
      await world.page.getByText(world.say('Plan your first show', '策划你的第一场直播')).waitFor();
      await world.shoot('empty');
    },
  },
  {
    name: 'studio my rooms',
    async run(world) {
      const { page, say } = world;
      await page.goto('/studio');
      await signIn(world, 'Ann Lee');
      await page.getByText('Ceramics for everyday').waitFor();
      await page.getByText('Sample sale').waitFor();
      await world.shoot();
      await page.reload();
      await page.getByText(say('Signed in as Ann Lee', '已登录：Ann Lee')).waitFor();
    },
  },
  {
    name: 'studio create',
    async run(world) {
      const { page, fixture, say, shoot } = world;
      await page.goto('/studio/new');
      await signIn(world, '林晓');
      const submit = page.getByRole('button', { name: say('Create room', '创建直播间') });
      await submit.click();
      await page.getByText(say('This is needed.', '此项必填。')).waitFor();
      await page.getByLabel(say('Title', '标题')).fill('refused');
      await page.getByLabel(say('Cover address', '封面地址')).fill('ftp://nowhere');
      await page.getByLabel(say('Tags', '标签')).fill('a,b,c,d,e,f,g,h,i,j,k');
      await submit.click();
      await page.getByText(say('This must begin with https://', '必须以 https:// 开头')).waitFor();
      await page.getByText(say('At most 10 tags.', '最多 10 个标签。')).waitFor();
      await page.getByLabel(say('Cover address', '封面地址')).fill('');
      await page.getByLabel(say('Tags', '标签')).fill('毛衣，handmade');
      await submit.click();
      await page.getByText('1 to 120 characters, and not this word').waitFor();
      await shoot('', true);
      await page.getByLabel(say('Title', '标题')).fill('羊毛工坊：秋季新款 first look');
      await submit.click();
      await page.waitForURL('**/studio/rooms/**');
      const made = fixture.of.room.state.rooms.at(-1);
      assert.deepEqual([made.title, made.tags], ['羊毛工坊：秋季新款 first look', ['毛衣', 'handmade']]);
      const posts = fixture.state.requests
        .filter(({ method, path }) => method === 'POST' && path === '/v1/rooms')
        .slice(-2);
      const [first, second] = posts.map(({ headers }) => headers['idempotency-key']);
      assert.ok(first && second && first !== second, 'an edited form is a new intent');
    },
  },
  {
    name: 'studio console',
    async run(world) {
      const { page, fixture, say, shoot } = world;
      await page.goto(`/studio/rooms/${ids.upcoming}`);
      await signIn(world, 'Ann Lee');
      await page.getByRole('button', { name: say('Get stream key', '获取推流密钥') }).click();
      await page.getByText('rtmp://127.0.0.1:1935/live', { exact: true }).waitFor();
      await page.getByText(say('Waiting for your picture.', '正在等待画面')).waitFor();
      assert.match(
        await page.getByTestId('stream-key').innerText(),
        /^•+$/,
        'the key is hidden until asked for',
      );
      await page.getByRole('button', { name: say('Show', '显示'), exact: true }).click();
      assert.match(await page.getByTestId('stream-key').innerText(), /^sk_\w{20,}$/);
      await shoot('key', true);
      assert.ok(
        !page.url().includes('sk_') &&
          !fixture.state.requests.some(({ path, query }) => `${path}${query}`.includes('sk_')),
      );
      await page.reload();
      await page.getByText('rtmp://127.0.0.1:1935/live', { exact: true }).waitFor();
      await page.getByText('OBS Studio').waitFor();
      assert.equal(await page.getByTestId('stream-key').count(), 0, 'the key is gone with its page');
      await shoot('reloaded', true);
      await page.getByRole('button', { name: say('Edit', '编辑'), exact: true }).click();
      await page.getByLabel(say('Title', '标题')).fill('Ceramics, the second firing');
      await page.getByRole('button', { name: say('Save changes', '保存修改') }).click();
      await page.getByRole('heading', { name: 'Ceramics, the second firing' }).waitFor();
      await page.getByRole('button', { name: say('Cancel show', '取消直播') }).click();
      await page.getByRole('dialog').waitFor();
      await shoot('cancel');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('Cancel show', '取消直播') })
        .click();
      await page.getByText(say('You cancelled this show.', '你已取消本场直播。')).waitFor();
      assert.equal(fixture.roomOf(ids.upcoming).state, 'CANCELLED');
    },
  },
  {
    name: 'studio live console',
    needsPicture: true,
    looks: ['desktop-light-en', 'phone-dark-zh', 'desktop-dark-zh'],
    async run(world) {
      const { page, fixture, say, shoot } = world;
      await page.goto(`/studio/rooms/${ids.live}`);
      await signIn(world, 'Ann Lee');
      await page.waitForFunction(
        () => (window.vitrinePlayer?.video.getVideoPlaybackQuality().totalVideoFrames ?? 0) > 5,
      );
      await shoot('', true);
      await page.getByRole('button', { name: say('End show', '结束直播') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: say('Keep', '保留') }).click();
      await dialog.waitFor({ state: 'detached' });
      assert.equal(fixture.roomOf(ids.live).state, 'LIVE');
      await page.getByRole('button', { name: say('End show', '结束直播') }).click();
      await dialog.getByRole('button', { name: say('End show', '结束直播') }).click();
      await page.getByText(say('The show is over.', '直播已结束，')).waitFor();
      assert.equal(fixture.roomOf(ids.live).state, 'ENDED');
    },
  },
  {
    name: 'studio foreign room',
    looks: ['desktop-light-en'],
    async run(world) {
      await world.page.goto(`/studio/rooms/${ids.ready}`);
      await signIn(world, 'Ann Lee');
      await world.page.getByText('This room belongs to 小雨').waitFor();
      assert.equal(await world.page.getByRole('button', { name: 'Edit' }).count(), 0);
    },
  },
];
