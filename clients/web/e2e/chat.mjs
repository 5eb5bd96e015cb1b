// People talk in a real room, in real browsers:
// `node e2e/chat.mjs --url URL --room ID --streamer SUBJECT [--part live|replay] [--pictures DIR]`.
// Live: Ann says something and Bob sees it in the list and over the playing picture; the streamer takes a message away
// and it vanishes from Bob's page; Ann is muted and told so. Replay: it waits for the replay and finds
// what was said at its time, and not what was taken away. Without --part, both.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openForSeveral, pageOf } from './browser.mjs';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    room: { type: 'string' },
    streamer: { type: 'string' },
    part: { type: 'string', default: 'live,replay' },
    pictures: { type: 'string', default: fileURLToPath(new URL('../.e2e/chat', import.meta.url)) },
  },
});
if (!options.room || !options.streamer) {
  console.error(
    'usage: node e2e/chat.mjs --url URL --room ID --streamer SUBJECT [--part live|replay] [--pictures DIR]',
  );
  process.exit(2);
}

const deadlineMillis = 60_000;
const replayDeadlineMillis = 300_000;
const toleranceSeconds = 2;
const mark = options.room.slice(-4);
const said = `你好 hello ${mark}`;
const rude = `rude ${mark}`;
mkdirSync(options.pictures, { recursive: true });
const picture = (name) => ({ path: `${options.pictures}/${name}.png` });

const browser = await openForSeveral({ viewport: { width: 1360, height: 860 } });
try {
  if (options.part.includes('live')) await live();
  if (options.part.includes('replay')) await replay();
} finally {
  await browser.close();
}

async function live() {
  const ann = await enter('ann-browser', 'Ann');
  const bob = await enter('bob-browser', 'Bob');
  const host = await enter(options.streamer, options.streamer, false);
  await talk(ann, bob);
  await takeAway(ann, bob, host);
  await mute(ann, host);
  await exact(bob);
}

/** Somebody of their own browser profile, signed in, on the room's page; watching, unless they only keep order. */
async function enter(subject, name, watching = true) {
  const page = await pageOf(browser, options.url, { subject, name, roles: ['streamer'] });
  page.setDefaultTimeout(deadlineMillis);
  if (!watching) await page.route('**/live/**', (route) => route.abort());
  await page.goto(`${options.url}/rooms/${options.room}`);
  await page.waitForFunction(() => window.vitrineChat?.snapshot().connection === 'open');
  if (watching) {
    await page.waitForFunction(
      () => window.vitrinePlayer?.video.readyState >= 3 && !window.vitrinePlayer.video.paused,
    );
  }
  return page;
}

async function say(page, text) {
  await page.fill('.chat-write input', text);
  await page.press('.chat-write input', 'Enter');
}

async function talk(ann, bob) {
  const flying = bob.waitForSelector(`.danmaku:has-text("${said}")`, { state: 'attached' });
  await say(ann, said);
  await bob.waitForSelector(`.chat-line:has-text("${said}")`);
  await flying;
  await bob.waitForTimeout(900);
  await bob.screenshot(picture('danmaku'));
  console.log(`said and seen: "${said}"`);
}

async function takeAway(ann, bob, host) {
  await say(ann, rude);
  await bob.waitForSelector(`.chat-line:has-text("${rude}")`);
  await host.locator('.chat-line', { hasText: rude }).locator('.chat-more').click();
  await host.screenshot(picture('moderation'));
  const begun = Date.now();
  await host.click('[data-act="delete"]');
  await bob.waitForSelector(`.chat-line:has-text("${rude}")`, { state: 'detached' });
  console.log(`taken away from the other browser after ${Date.now() - begun} ms`);
}

async function mute(ann, host) {
  await host.locator('.chat-line', { hasText: said }).locator('.chat-more').click();
  await host.click('[data-act="mute-600"]');
  await ann.waitForSelector('.chat-refusal:has-text("muted")');
  await say(ann, 'am I muted');
  await ann.waitForFunction(() => window.vitrineChat.snapshot().self.mutedUntil !== null);
  await ann.screenshot(picture('muted'));
  const lines = await host.locator('.chat-line', { hasText: 'am I muted' }).count();
  assert.equal(lines, 0, 'a muted viewer is not heard');
  console.log('a muted viewer is told and not heard');
}

/** What a page was shown is the sequence without repeat, in order. */
async function exact(page) {
  const log = await page.evaluate(() => window.vitrineChat.log);
  assert.deepEqual(
    log,
    [...new Set(log)].sort((one, other) => one - other),
    'no repeat, in order',
  );
}

async function replay() {
  const deadline = Date.now() + replayDeadlineMillis;
  let room;
  do {
    assert.ok(Date.now() < deadline, 'the replay did not come');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    room = await (await fetch(`${options.url}/v1/rooms/${options.room}`)).json();
  } while (room.state !== 'REPLAY_READY');
  const base = `${options.url}/media/chat/${options.room}/replay/`;
  let found;
  do {
    assert.ok(Date.now() < deadline, `the replay's talk does not hold "${said}"`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    found = (await everything(base)).find((danmaku) => danmaku.text === said);
  } while (!found);
  assert.ok(
    !(await everything(base)).some((danmaku) => danmaku.text === rude),
    'what was taken away is gone',
  );
  const page = await watchReplay(found.mediaMillis / 1_000);
  const shownAt = await page.evaluate(() => window.vitrinePlayer.video.currentTime);
  console.log(
    `replay: shown at ${shownAt.toFixed(2)} s, said at ${(found.mediaMillis / 1_000).toFixed(2)} s of the recording`,
  );
  assert.ok(Math.abs(shownAt - found.mediaMillis / 1_000) < toleranceSeconds, 'at its second');
  await page.waitForTimeout(700);
  await page.screenshot(picture('replay'));
}

async function everything(base) {
  const index = await fetch(`${base}index.json`, { cache: 'no-store' });
  if (!index.ok) return [];
  const { minutes } = await index.json();
  const objects = await Promise.all(minutes.map((minute) => fetch(`${base}${minute}.json`)));
  return (await Promise.all(objects.map((object) => object.json()))).flatMap(({ items }) => items);
}

async function watchReplay(second) {
  const context = await browser.newProfile();
  const page = await context.newPage();
  page.setDefaultTimeout(deadlineMillis);
  await page.goto(`${options.url}/rooms/${options.room}`);
  await page.waitForFunction(() => window.vitrinePlayer?.video.readyState >= 3);
  const flying = page.waitForSelector(`.danmaku:has-text("${said}")`, { state: 'attached' });
  await page.evaluate((from) => (window.vitrinePlayer.video.currentTime = from), Math.max(0, second - 3));
  await flying;
  return page;
}
