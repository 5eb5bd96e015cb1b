// A real show in a real browser: `node e2e/live.mjs --url http://127.0.0.1:8080 --room ID [--replay] [--samples 30]`.
// The room must be live with the demonstration picture (or go live within the deadline). Plays it over HLS, then DASH,
// and prints the latency read from the burnt-in clock. With --replay it then waits for the end and watches the replay.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.mjs';
import { readClock } from './clock-code.mjs';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    room: { type: 'string' },
    samples: { type: 'string', default: '30' },
    replay: { type: 'boolean', default: false },
    pictures: { type: 'string', default: fileURLToPath(new URL('../.e2e/live', import.meta.url)) },
  },
});
if (!options.room) {
  console.error(
    'usage: node e2e/live.mjs --url http://127.0.0.1:8080 --room ID [--replay] [--samples 30] [--pictures DIR]',
  );
  process.exit(2);
}

const playDeadlineMillis = 60_000;
const switchDeadlineMillis = 20_000;
const replayDeadlineMillis = 600_000;
const samplePauseMillis = 250;
const settleMillis = 6_000;
const replayToleranceSeconds = 1;
const address = (query = '') => `${options.url}/rooms/${options.room}${query}`;
const roomDocument = async () => (await fetch(`${options.url}/v1/rooms/${options.room}`)).json();

mkdirSync(options.pictures, { recursive: true });
const browser = await openBrowser({ viewport: { width: 1280, height: 800 } });
try {
  for (const protocol of ['hls', 'dash']) await watchLive(protocol);
  if (options.replay) await watchReplay();
} finally {
  await browser.close();
}

async function openPage(query) {
  const page = await browser.context.newPage();
  page.on('pageerror', (error) => console.error(`page error: ${error.message}`));
  page.setDefaultTimeout(playDeadlineMillis);
  // A bundler may rename the function; its text is what is handed over.
  await page.addInitScript(`window.readClock = ${readClock.toString()}`);
  await page.goto(address(query));
  return page;
}

async function watchLive(protocol) {
  const opened = Date.now();
  const page = await openPage(`?protocol=${protocol}`);
  await page.waitForFunction((wanted) => {
    const player = window.vitrinePlayer;
    return (
      player?.protocol === wanted &&
      player.video.readyState >= 3 &&
      player.video.currentTime > 0 &&
      !player.video.paused
    );
  }, protocol);
  const startMillis = Date.now() - opened;
  // The player bends its speed to reach the target; what counts is where it settles.
  await page.waitForTimeout(settleMillis);
  const latencies = await page.evaluate(sampleLatencies, {
    count: Number(options.samples),
    pauseMillis: samplePauseMillis,
  });
  const stats = await page.evaluate(() => window.vitrinePlayer.stats());
  await page.screenshot({ path: `${options.pictures}/live-${protocol}.png` });
  const read = latencies.filter((latency) => latency !== null).sort((a, b) => a - b);
  assert.ok(
    read.length >= Math.min(20, Number(options.samples)),
    `${protocol}: the clock was read ${read.length} times of ${latencies.length}`,
  );
  const figures = {
    median: quantile(read, 0.5),
    p90: quantile(read, 0.9),
    samples: read.length,
    startMillis,
    player: stats.latencySeconds,
    dropped: stats.droppedFrames,
    stalls: stats.stalls,
  };
  console.log(
    `${protocol} glass-to-glass: median ${seconds(figures.median)}, p90 ${seconds(figures.p90)} (${read.length} samples)`,
  );
  console.log(JSON.stringify({ protocol, ...figures }));
  await switchRendition(page, protocol);
  await page.close();
}

/** Runs in the page: how old the shown frame is, again and again; null where the clock could not be read. */
async function sampleLatencies({ count, pauseMillis }) {
  const { video } = window.vitrinePlayer;
  const upright = video.videoHeight > video.videoWidth;
  const canvas = Object.assign(document.createElement('canvas'), {
    width: upright ? 360 : 640,
    height: upright ? 640 : 360,
  });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const latencies = [];
  for (let taken = 0; taken < count; taken++) {
    // The picture and the clock must be of the same moment: right after a frame was put on the screen.
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    const now = Date.now();
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const shown = window.readClock(context.getImageData(0, 0, canvas.width, canvas.height));
    latencies.push(shown === null ? null : now - shown);
    await new Promise((resolve) => setTimeout(resolve, pauseMillis));
  }
  return latencies;
}

async function switchRendition(page, protocol) {
  const before = await page.evaluate(() => window.vitrinePlayer.video.videoHeight);
  await page.mouse.move(640, 400);
  await page.getByRole('button', { name: 'Settings' }).click();
  const choices = await page.getByRole('menuitemradio', { name: /^\d+p$/ }).allInnerTexts();
  assert.ok(choices.length >= 2, `a ladder is offered, not ${choices}`);
  const smallest = choices.at(-1);
  await page.getByRole('menuitemradio', { name: smallest, exact: true }).click();
  await page.waitForFunction(
    (side) =>
      Math.min(window.vitrinePlayer.video.videoWidth, window.vitrinePlayer.video.videoHeight) === side,
    Number.parseInt(smallest, 10),
    { timeout: switchDeadlineMillis },
  );
  await page.screenshot({ path: `${options.pictures}/live-${protocol}-${smallest}.png` });
  console.log(`${protocol} renditions ${choices.join(', ')}; switched from height ${before} to ${smallest}`);
}

async function watchReplay() {
  console.log('waiting for the show to end and its replay to be ready');
  const deadline = Date.now() + replayDeadlineMillis;
  let room = await roomDocument();
  while (room.state !== 'REPLAY_READY') {
    assert.ok(Date.now() < deadline, `the room is still ${room.state}`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    room = await roomDocument();
  }
  for (const protocol of ['hls', 'dash']) await watchWhole(protocol, room.replay.durationSeconds);
}

async function watchWhole(protocol, durationSeconds) {
  const page = await openPage(`?protocol=${protocol}`);
  await page.waitForFunction(() => (window.vitrinePlayer?.video.currentTime ?? 0) > 0.2);
  const first = await page.evaluate(sampleLatencies, { count: 1, pauseMillis: 0 });
  const length = await page.evaluate(() => window.vitrinePlayer.video.duration);
  assert.ok(
    Math.abs(length - durationSeconds) <= replayToleranceSeconds,
    `${protocol}: ${length} s of ${durationSeconds} s`,
  );
  await page.screenshot({ path: `${options.pictures}/replay-${protocol}.png` });
  await page.evaluate(() => (window.vitrinePlayer.video.playbackRate = 2));
  await page.waitForFunction(() => window.vitrinePlayer.video.ended, null, {
    timeout: length * 1_000 + playDeadlineMillis,
  });
  const stats = await page.evaluate(() => window.vitrinePlayer.stats());
  console.log(
    `${protocol} replay: played from start to end, ${length.toFixed(2)} s (${durationSeconds} s announced)`,
  );
  console.log(
    JSON.stringify({
      protocol,
      replaySeconds: length,
      clockRead: first[0] !== null,
      stalls: stats.stalls,
      dropped: stats.droppedFrames,
    }),
  );
  await page.close();
}

function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

function seconds(millis) {
  return `${(millis / 1_000).toFixed(2)} s`;
}
