// What the player does when its stream fails: `node e2e/recovery.mjs [--seeds 1-20] [--only KIND] [--protocol hls|dash]`.
// Over HLS and DASH at once, a seed draws the order and the measure of every kind of trouble: an origin that is silent,
// refuses, loses or delays media, a transcoder that lags, a viewer without a network, a clock that jumps. After each the
// picture runs within 5 s of the live edge at most 10 s after its cause has ended, with nothing touched; and at the end
// "Go to live" leads there from wherever a viewer was.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openForSeveral } from './browser.mjs';
import { makeBroadcast, startBroadcast } from './fixture/broadcast.mjs';
import { ids } from './fixture/ids.mjs';
import { haveFfmpeg } from './fixture/media.mjs';
import { startFixture } from './fixture/server.mjs';
import { drawing, shuffled, troubles } from './fixture/troubles.mjs';

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    only: { type: 'string' },
    protocol: { type: 'string' },
  },
});
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const dist = here('../dist');
const pictures = here('../.e2e/recovery');
const withinSeconds = 5;
const withinMillis = 10_000;
/** It runs when it ran so long without a rest. */
const runMillis = 1_500;
const restMillis = 500;
const hopSeconds = 0.25;
const mostOfALookMillis = 250;
const lookMillis = 100;
const startMillis = 30_000;
const settleMillis = 3_000;

if (!existsSync(dist) || !haveFfmpeg()) {
  console.error('web/dist (`npm run build`) and ffmpeg (PATH or VITRINE_FFMPEG) are needed');
  process.exit(1);
}
mkdirSync(pictures, { recursive: true });
const tracks = makeBroadcast(here('../.e2e/media'));
const browser = await openForSeveral({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
const failures = [];
try {
  const [from, to = from] = options.seeds.split('-').map(Number);
  for (let seed = from; seed <= to; seed++)
    await Promise.all(
      ['hls', 'dash']
        .filter((protocol) => (options.protocol ?? protocol) === protocol)
        .map((protocol) => watch(protocol, seed)),
    );
} finally {
  await browser.close();
}
console.log(failures.length === 0 ? 'the player recovered from everything' : failures.join('\n'));
process.exitCode = failures.length > 0 ? 1 : 0;

/** One viewer with everything that happens to them. */
async function watch(protocol, seed) {
  const draw = drawing(seed);
  const media = here('../.e2e/media');
  const fixture = await startFixture({ dist, media });
  const broadcast = await startBroadcast(tracks);
  const context = await browser.newProfile();
  const page = await context.newPage();
  await page.addInitScript(clockThatJumps);
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const shoot = (name) => page.screenshot({ path: `${pictures}/${name}-${protocol}.png` });
  const world = { page, context, broadcast, draw, shoot };
  try {
    const room = fixture.roomOf(ids.live);
    room.playback = { hls: broadcast.hls, dash: broadcast.dash };
    await page.goto(`${fixture.url}/rooms/${room.id}?protocol=${protocol}`);
    await runs(world, Date.now(), startMillis);
    for (const [name, trouble] of shuffled(Object.entries(troubles), draw)) {
      if ((options.only ?? name) !== name) continue;
      await pause(settleMillis);
      await attempt(`${protocol} seed ${seed} ${name}`, page, async () => {
        const told = await trouble(world);
        const took = await runs(world, Date.now(), withinMillis);
        return `${told}: runs ${took} s after its end`;
      });
    }
    if (options.only === undefined || options.only === 'go-to-live')
      await attempt(`${protocol} seed ${seed} go-to-live`, page, () => goesToLive(world));
    assert.deepEqual(faults, [], 'the page has no errors');
  } catch (error) {
    failures.push(`${protocol} seed ${seed}: ${error.message}`);
  } finally {
    await context.close();
    await broadcast.close();
    await fixture.close();
  }
}

async function attempt(name, page, work) {
  try {
    console.log(`ok    ${name}: ${await work()}`);
  } catch (error) {
    failures.push(`FAIL  ${name}: ${error.message}`);
    console.log(failures.at(-1));
    await page.screenshot({ path: `${pictures}/FAILED-${name.replaceAll(' ', '-')}.png` });
  }
}

/**
 * Waits until the picture runs near the live edge; tells how many seconds after `since` it began to. A look that a busy
 * machine keeps waiting counts for a moment only: the player was kept waiting as well.
 */
async function runs({ page, broadcast }, since, limitMillis) {
  let [last, began, waited] = [null, null, 0];
  for (let before = since; ; before = Date.now()) {
    const now = await look(page, broadcast);
    if (began === null) waited += Math.min(now.at - before, mostOfALookMillis) + lookMillis;
    const near = now.behind !== null && Math.abs(now.behind) <= withinSeconds;
    const moved = last !== null && now.frames > last.frames && now.time > last.time;
    // Who hops from hole to hole does not run.
    const hopped = moved && now.time - last.time > ((now.at - last.at) / 1_000) * 1.2 + hopSeconds;
    if (near && moved && !hopped) began ??= now.at;
    // Two looks may fall on one picture of a busy machine.
    else if (!near || hopped || last === null || now.at - last.at > restMillis) began = null;
    if (last === null || moved || now.time < last.time || now.frames < last.frames) last = now;
    if (began !== null && now.at - began >= runMillis) return (Math.max(0, began - since) / 1_000).toFixed(1);
    if (waited > limitMillis)
      throw new Error(`not running near the edge after ${limitMillis / 1_000} s: ${JSON.stringify(now)}`);
    await pause(lookMillis);
  }
}

/** What is seen: `behind` is how many seconds of the broadcast the picture has not shown yet. */
async function look(page, broadcast) {
  const seen = await page.evaluate(() => {
    const playback = window.vitrinePlayer;
    if (!playback) return { date: null, time: 0, frames: 0 };
    const { player, video } = playback;
    const ranges = Array.from({ length: video.buffered.length }, (_, at) =>
      [video.buffered.start(at), video.buffered.end(at)].map((each) => each.toFixed(2)).join('-'),
    );
    return {
      date: video.readyState > 0 ? player.getPlayheadTimeAsDate().getTime() : null,
      time: video.currentTime,
      frames: video.getVideoPlaybackQuality().totalVideoFrames,
      paused: video.paused,
      rate: video.playbackRate,
      buffered: ranges.join(' '),
      range: player.seekRange(),
    };
  });
  const shown = seen.date === null ? null : (seen.date - broadcast.startedAt) / 1_000;
  return { ...seen, at: Date.now(), behind: shown === null ? null : broadcast.edge() - shown };
}

/** From behind, with an origin that has just come back, by the button alone. */
async function goesToLive(world) {
  const { page, broadcast } = world;
  await runs(world, Date.now(), withinMillis);
  await page.locator('video').first().focus();
  for (let times = 0; times < 3; times++) await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'Go to live' }).waitFor();
  await pause(settleMillis);
  const left = await look(page, broadcast);
  assert.ok(left.behind > withinSeconds, `a viewer who went back is left there, not at ${left.behind} s`);
  await page.mouse.move(640, 400);
  await page.getByRole('button', { name: 'Go to live' }).click();
  return `runs ${await runs(world, Date.now(), withinMillis)} s after it was pressed`;
}

/** Runs in the page, before everything else: its clock can be set while it runs. */
function clockThatJumps() {
  const { now } = Date;
  let ahead = 0;
  window.jumpClock = (millis) => (ahead += millis);
  window.Date = class extends Date {
    constructor(...given) {
      if (given.length === 0) super(now() + ahead);
      else super(...given);
    }
    static now() {
      return now() + ahead;
    }
  };
}
