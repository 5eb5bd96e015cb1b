// A browser in a room that changes its lane: `node e2e/lanes.mjs --url URL --room ID [--pictures DIR]`.
// It reads on through lane B, a socket that is lost, and lane A again, while somebody talks in the room and others fill
// and leave it; then what its page was shown is every number of the sequence once, in order.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openForSeveral } from './browser.mjs';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    room: { type: 'string' },
    pictures: { type: 'string', default: fileURLToPath(new URL('../.e2e/lanes', import.meta.url)) },
  },
});
if (!options.room) {
  console.error('usage: node e2e/lanes.mjs --url URL --room ID [--pictures DIR]');
  process.exit(2);
}

const deadlineMillis = 90_000;
const readOn = 8;
mkdirSync(options.pictures, { recursive: true });

const browser = await openForSeveral({ viewport: { width: 1360, height: 860 } });
try {
  const page = await enter();
  await onLane(page, 'A');
  await readsOn(page);
  await onLane(page, 'B');
  await readsOn(page);
  await page.screenshot({ path: `${options.pictures}/lane-b.png` });
  await loseSocket(page);
  await readsOn(page);
  console.log('lane B is read, and read on after a lost socket');
  await onLane(page, 'A');
  await readsOn(page);
  await loseSocket(page);
  await readsOn(page);
  await exact(page);
} finally {
  await browser.close();
}

/** A guest, whose sockets can be taken away from them. */
async function enter() {
  const context = await browser.newProfile();
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`page error: ${error.message}`));
  page.setDefaultTimeout(deadlineMillis);
  await page.addInitScript(() => {
    localStorage.setItem('vitrine.language', 'en');
    window.sockets = [];
    window.WebSocket = class extends WebSocket {
      constructor(...given) {
        super(...given);
        window.sockets.push(this);
      }
    };
  });
  await page.goto(`${options.url}/rooms/${options.room}`);
  await page.waitForFunction(() => window.vitrineChat?.snapshot().connection === 'open');
  return page;
}

async function onLane(page, lane) {
  await page.waitForFunction((wanted) => window.vitrineChat.position.lane === wanted, lane);
}

async function readsOn(page) {
  const read = await page.evaluate(() => window.vitrineChat.log.length);
  await page.waitForFunction((wanted) => window.vitrineChat.log.length >= wanted, read + readOn);
}

async function loseSocket(page) {
  const before = await page.evaluate(() => {
    const lost = window.sockets.length;
    window.sockets.at(-1).close();
    return lost;
  });
  await page.waitForFunction(
    (lost) => window.sockets.length > lost && window.vitrineChat.snapshot().connection === 'open',
    before,
  );
}

async function exact(page) {
  const log = await page.evaluate(() => window.vitrineChat.log);
  const every = Array.from({ length: log.length }, (_, at) => log[0] + at);
  assert.deepEqual(log, every, 'every number once, in order');
  console.log(`from lane to lane and back: numbers ${log[0]} to ${log.at(-1)}, no gap, no repeat`);
}
