import assert from 'node:assert/strict';
import { refuseSoundWithoutGesture } from '../../../e2e/browser.mjs';
import { ids } from '../../../e2e/fixture/ids.mjs';
import { withinReach } from '../../../e2e/steps.mjs';

const everyLook = ['desktop-light-en', 'phone-dark-zh', 'desktop-dark-zh', 'phone-light-en'];
const playing = (page) =>
  page.waitForFunction(
    () => (window.vitrinePlayer?.video.currentTime ?? 0) > 0.3 && !window.vitrinePlayer.video.paused,
  );
const advances = async (page) => {
  const before = await page.evaluate(() => window.vitrinePlayer.video.currentTime);
  await page.waitForFunction((from) => window.vitrinePlayer.video.currentTime > from + 0.8, before);
};

/** Controls show themselves to a hand that moves over the picture, and go when it rests. */
async function openSettings({ page, say }) {
  const settings = page.getByRole('menuitemradio').first();
  for (let tries = 0; !(await settings.isVisible()) && tries < 20; tries += 1) {
    await page
      .locator('video')
      .first()
      .hover({ force: true, position: { x: 40 + tries, y: 40 } });
    await page
      .getByRole('button', { name: say('Settings', '设置') })
      .click({ timeout: 3_000 })
      .catch((late) => assert.match(late.message, /Timeout/));
  }
}

const stage = (name, id, en, zh, more = async () => undefined) => ({
  name: `room ${name}`,
  async run(world) {
    await world.page.goto(`/rooms/${id}`);
    await world.page.getByText(world.say(en, zh)).first().waitFor();
    await world.shoot();
    await more(world);
  },
});

const phones = ['phone-tall-en', 'phone-short-zh', 'phone-lying-en'];

/** Everything that one does in a room, with one hand and without a scroll, while the picture goes on. */
async function keepsPictureAndActions({ page, say }, leastPicture) {
  const picture = await page.locator('.player video').boundingBox();
  const { width, height } = page.viewportSize();
  const top = Math.max(0, picture.y);
  const seen = Math.min(picture.y + picture.height, height) - top;
  assert.ok(seen >= leastPicture, `${seen} px of the picture are seen`);
  const what = await page.evaluate(
    ([x, y]) => document.elementFromPoint(x, y).closest('.player') !== null,
    [Math.min(width, picture.width) / 4, top + Math.min(seen, 200) / 2],
  );
  assert.ok(what, 'nothing covers the picture');
  const button = (en, zh) => page.getByRole('button', { name: say(en, zh), exact: false });
  await withinReach(page.getByRole('textbox', { name: say('Say something', '说点什么') }), 'the composer');
  await withinReach(button('Send a gift', '送礼物'), 'the gifts');
  await withinReach(button('Like', '点赞'), 'the like');
  await withinReach(page.locator('.chat-line').last(), 'the last line');
}

async function enter({ page, say }, id) {
  await page.goto(`/rooms/${id}?protocol=hls`);
  await page.getByPlaceholder(say('Your name, to join in', '输入昵称，参与聊天')).fill('Rich');
  await page.getByRole('button', { name: say('Join in', '加入') }).click();
  await page.waitForFunction(() => window.vitrineChat?.snapshot().self?.guest === false);
  await playing(page);
}

/** What a keyboard does to a page: Android makes the page smaller. */
const keyboardPixels = { 'phone-tall-en': 336, 'phone-short-zh': 260, 'phone-lying-en': 190 };

export default [
  {
    name: 'room on a phone keeps the picture and every action in reach',
    needsPicture: true,
    looks: phones,
    async run(world) {
      const { page, say, shoot, look } = world;
      await enter(world, ids.liveChinese);
      await keepsPictureAndActions(world, 190);
      await shoot();
      // A card as high as one of a product, where features put theirs.
      await page.evaluate(() => {
        const card = Object.assign(document.createElement('div'), { id: 'card', innerText: 'A product' });
        card.style.cssText = 'flex: none; height: 72px; background: #345';
        document.querySelector('.gift-bar').before(card);
      });
      await keepsPictureAndActions(world, 190);
      await page.evaluate(() => document.getElementById('card').remove());
      const composer = page.getByRole('textbox', { name: say('Say something', '说点什么') });
      const whole = page.viewportSize();
      await composer.tap();
      await page.setViewportSize({ ...whole, height: whole.height - keyboardPixels[look] });
      await page.waitForTimeout(300);
      await keepsPictureAndActions(world, 120);
      await composer.fill('好漂亮 so pretty');
      await page.getByRole('button', { name: say('Send', '发送'), exact: true }).tap();
      await page.locator('.danmaku', { hasText: 'so pretty' }).waitFor({ state: 'attached' });
      await page.locator('.chat-line', { hasText: 'so pretty' }).waitFor();
      assert.ok(await composer.evaluate((each) => each === document.activeElement), 'the keyboard stays');
      await keepsPictureAndActions(world, 120);
      await shoot('typing');
      await composer.blur();
      await page.setViewportSize(whole);
      await page.getByRole('button', { name: say('Send a gift', '送礼物') }).tap();
      const gifts = page.getByRole('dialog', { name: say('Gifts', '礼物') });
      await withinReach(
        gifts.getByRole('button', { name: say('Close', '关闭') }),
        'the way to close the gifts',
      );
      await withinReach(gifts.getByRole('button', { name: say('Send', '赠送') }), 'the button that gives');
      await shoot('gifts');
    },
  },
  {
    name: 'room in full screen keeps the talk and every action',
    needsPicture: true,
    looks: [...phones, 'desktop-light-en'],
    async run(world) {
      const { page, say, shoot, phone } = world;
      await enter(world, ids.live);
      // A mouse that rests on the talk keeps it: without, it steps aside with the controls.
      const stir = async () => {
        if (phone) return page.locator('.player video').tap({ position: { x: 60, y: 90 } });
        await page.mouse.move(300, 300);
        await page.mouse.move(320, 320);
        const { x, y, width } = await page.locator('.chat').boundingBox();
        await page.mouse.move(x + width / 2, y + 120);
      };
      await stir();
      await page.getByRole('button', { name: say('Full screen', '全屏') }).click();
      await page.waitForFunction(() => document.fullscreenElement?.matches('.room') === true);
      await stir();
      await keepsPictureAndActions(world, 190);
      await shoot();
      await page.getByRole('button', { name: say('Like', '点赞') }).click();
      await page.getByRole('button', { name: say('Send a gift', '送礼物') }).click();
      const gifts = page.getByRole('dialog', { name: say('Gifts', '礼物') });
      await gifts.getByRole('button', { name: say('Send', '赠送') }).click();
      await page.locator('.gift-banner').waitFor();
      await gifts.getByRole('button', { name: say('Close', '关闭') }).click();
      await stir();
      await page.getByRole('button', { name: say('Leave full screen', '退出全屏') }).click();
      await page.waitForFunction(() => document.fullscreenElement === null);
      await page.getByRole('heading', { name: say('More to watch', '更多精彩') }).waitFor();
    },
  },
  {
    name: 'room on an iPhone fills the page above the keyboard',
    needsPicture: true,
    looks: ['phone-tall-en'],
    async run(world) {
      const { page, say, shoot } = world;
      // Safari there: full screen is for bare videos, and a keyboard covers a page that stays as large, and moves it up.
      await page.addInitScript(() => {
        delete Element.prototype.requestFullscreen;
        const seen = Object.assign(new EventTarget(), { scale: 1, width: 390, height: 844, offsetTop: 0 });
        Object.defineProperty(window, 'visualViewport', { value: seen });
        window.openKeyboard = (height, offsetTop) => {
          Object.assign(seen, { height, offsetTop });
          seen.dispatchEvent(new Event('resize'));
          dispatchEvent(new Event('resize'));
        };
      });
      await enter(world, ids.liveChinese);
      await page.getByRole('textbox', { name: say('Say something', '说点什么') }).tap();
      await page.evaluate(() => window.openKeyboard(508, 120));
      await keepsPictureAndActions(world, 120);
      await page.locator('.chat-write input').blur();
      await page.evaluate(() => window.openKeyboard(844, 0));
      await page.locator('.player video').tap({ position: { x: 60, y: 90 } });
      await page.getByRole('button', { name: say('Full screen', '全屏') }).click();
      await page.waitForFunction(
        () => document.querySelector('.room').getBoundingClientRect().height === 844,
      );
      await keepsPictureAndActions(world, 190);
      await shoot();
      world.fixture.roomOf(ids.liveChinese).state = 'INTERRUPTED';
      await page.getByText('Back in a moment').waitFor();
      await page.getByRole('button', { name: 'Leave full screen' }).click();
      await withinReach(page.getByRole('banner'), 'the header');
    },
  },
  {
    name: 'room of an upright picture',
    needsPicture: true,
    looks: [...phones, 'desktop-light-en'],
    async run({ page, shoot }) {
      await page.goto(`/rooms/${ids.upright}?protocol=hls`);
      await playing(page);
      await page.locator('.player.upright').waitFor();
      await shoot();
    },
  },
  ...['hls', 'dash'].map((protocol) => ({
    name: `room live ${protocol}`,
    needsPicture: true,
    looks: protocol === 'hls' ? everyLook : undefined,
    async run({ page, fixture, shoot, say, phone }) {
      const asked = fixture.state.requests.length;
      await refuseSoundWithoutGesture(page);
      await page.goto(`/rooms/${ids.liveChinese}?protocol=${protocol}`);
      await playing(page);
      await advances(page);
      assert.equal(await page.evaluate(() => window.vitrinePlayer.protocol), protocol);
      // Sound needs a gesture first: the show has begun without, and says so.
      assert.equal(await page.evaluate(() => window.vitrinePlayer.video.muted), true);
      await shoot();
      await page.getByRole('button', { name: say('Tap for sound', '点击打开声音') }).click();
      await page.waitForFunction(() => !window.vitrinePlayer.video.muted);
      const mine = fixture.state.requests.slice(asked).filter(({ path }) => path.endsWith('.m4s'));
      assert.ok(
        mine.length > 0 && mine.every(({ query }) => /sid="[\w-]{36}"/.test(query.get('CMCD') ?? '')),
        'every segment is asked with the session',
      );
      await openSettings({ page, say });
      await page.getByRole('menuitemradio', { name: '360p', exact: true }).click();
      await page.waitForFunction(() => window.vitrinePlayer.video.videoHeight === 360);
      await shoot('settings');
      await page.keyboard.press('Escape');
      if (phone) return;
      await page.keyboard.press('i');
      await page.getByText(`${protocol.toUpperCase()} · CMAF`).waitFor();
      await shoot('stats');
      const close = page.getByRole('button', { name: say('Close statistics', '关闭播放信息') });
      await withinReach(close, 'the way to close the statistics');
      await close.click();
      await close.waitFor({ state: 'detached' });
    },
  })),
  {
    name: 'room protocol switch',
    needsPicture: true,
    looks: ['desktop-light-en'],
    async run({ page, say }) {
      await page.goto(`/rooms/${ids.live}`);
      await playing(page);
      assert.equal(await page.evaluate(() => window.vitrinePlayer.protocol), 'hls');
      await openSettings({ page, say });
      await page.getByRole('menuitemradio', { name: 'DASH' }).click();
      await page.waitForFunction(() => window.vitrinePlayer?.protocol === 'dash');
      await playing(page);
      assert.equal(new URL(page.url()).searchParams.get('protocol'), 'dash');
      await page.goto(`/rooms/${ids.live}`);
      await playing(page);
      assert.equal(
        await page.evaluate(() => window.vitrinePlayer.protocol),
        'dash',
        'the choice is remembered',
      );
    },
  },
  {
    name: 'room interruption heals',
    needsPicture: true,
    looks: ['desktop-light-en'],
    async run({ page, fixture, shoot }) {
      const room = fixture.roomOf(ids.live);
      await page.goto(`/rooms/${room.id}?protocol=hls`);
      await playing(page);
      room.state = 'INTERRUPTED';
      await page.getByText('Back in a moment').waitFor();
      room.state = 'LIVE';
      await page.getByText('Back in a moment').waitFor({ state: 'detached' });
      await playing(page);
      Object.assign(room, { state: 'ENDED', playback: null, endedAt: new Date().toISOString() });
      await page.getByText('The show has ended').waitFor();
      Object.assign(room, { state: 'REPLAY_READY', replay: fixture.roomOf(ids.replay).replay });
      await playing(page);
      await page.getByRole('slider', { name: 'Position' }).waitFor();
      await shoot();
    },
  },
  {
    name: 'room begins by itself',
    needsPicture: true,
    looks: ['phone-light-en'],
    async run({ page, fixture }) {
      const room = fixture.roomOf(ids.ready);
      await page.goto(`/rooms/${room.id}`);
      await page.getByText('Starting any moment').first().waitFor();
      Object.assign(room, {
        state: 'LIVE',
        liveAt: new Date().toISOString(),
        playback: fixture.roomOf(ids.live).playback,
      });
      await playing(page);
    },
  },
  {
    name: 'room replay',
    needsPicture: true,
    looks: everyLook,
    async run({ page, shoot, say }) {
      await page.goto(`/rooms/${ids.replay}?protocol=hls`);
      await playing(page);
      const length = await page.evaluate(() => window.vitrinePlayer.video.duration);
      assert.ok(Math.abs(length - 12) < 0.5, `the replay is ${length} s long`);
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => window.vitrinePlayer.video.currentTime > 5);
      await openSettings({ page, say });
      await page.getByRole('menuitemradio', { name: '2×' }).click();
      assert.equal(await page.evaluate(() => window.vitrinePlayer.video.playbackRate), 2);
      await page.keyboard.press('Escape');
      await shoot();
      await page.getByRole('button', { name: say('Watch again', '重新播放') }).waitFor();
    },
  },
  {
    name: 'room unplayable',
    looks: ['desktop-light-en'],
    async run({ page, fixture, shoot }) {
      const { replay } = fixture.roomOf(ids.replay);
      fixture.roomOf(ids.replay).replay = { ...replay, hls: `${fixture.url}/fixture/media/missing.m3u8` };
      await page.goto(`/rooms/${ids.replay}?protocol=hls`);
      await page.getByText('The picture could not be played').waitFor();
      await shoot();
    },
  },
  stage('upcoming', ids.upcoming, 'The show starts in', '距离开播还有'),
  stage('waiting', ids.ready, 'Starting any moment', '马上开播'),
  stage('late', ids.late, 'Not started yet', '尚未开播', async ({ page, say }) => {
    assert.equal(await page.locator('main').getByText(say('Starting any moment', '马上开播')).count(), 1);
  }),
  stage('interrupted', ids.interrupted, 'Back in a moment', '主播马上回来'),
  stage('ended', ids.ended, 'The show has ended', '直播已结束'),
  stage('cancelled', ids.cancelled, 'This show was cancelled', '本场直播已取消'),
  stage('missing', '0193a000-0000-7000-8000-00000000ffff', 'This room does not exist', '直播间不存在'),
  {
    name: 'room polls with its etag',
    looks: ['desktop-light-en'],
    async run({ page, fixture }) {
      const from = fixture.state.requests.length;
      await page.goto(`/rooms/${ids.ready}`);
      await page.waitForResponse(
        (response) => response.status() === 304 && response.url().endsWith(ids.ready),
      );
      const reads = fixture.state.requests
        .slice(from)
        .filter(({ path }) => path === `/v1/rooms/${ids.ready}`);
      assert.ok(reads.at(-1).headers['if-none-match'], 'the second read is conditional');
    },
  },
];
