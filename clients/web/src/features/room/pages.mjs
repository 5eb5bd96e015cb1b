import assert from 'node:assert/strict';
import { refuseSoundWithoutGesture } from '../../../e2e/browser.mjs';
import { ids } from '../../../e2e/fixture/ids.mjs';

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

export default [
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
      await page.getByRole('button', { name: say('Settings', '设置') }).click();
      await page.getByRole('menuitemradio', { name: '360p', exact: true }).click();
      await page.waitForFunction(() => window.vitrinePlayer.video.videoHeight === 360);
      await shoot('settings');
      await page.keyboard.press('Escape');
      if (phone) return;
      await page.keyboard.press('i');
      await page.getByText(`${protocol.toUpperCase()} · CMAF`).waitFor();
      await shoot('stats');
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
      await page.getByRole('button', { name: say('Settings', '设置') }).click();
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
      await page.getByRole('button', { name: say('Settings', '设置') }).click();
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
