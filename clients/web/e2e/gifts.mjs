// A gift from purse to income, in real browsers over a live picture:
// `node e2e/gifts.mjs --url URL --room ID --streamer SUBJECT [--pictures DIR]`.
// Ann lacks coins, buys some on the provider's page, comes back and gives; Bob sees it over his picture and Ann in
// the ranking; the streamer's income moves, and their statement tells of it.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openForSeveral, pageOf } from './browser.mjs';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    room: { type: 'string' },
    streamer: { type: 'string' },
    pictures: { type: 'string', default: fileURLToPath(new URL('../.e2e/gifts', import.meta.url)) },
  },
});
if (!options.room || !options.streamer) {
  console.error('usage: node e2e/gifts.mjs --url URL --room ID --streamer SUBJECT [--pictures DIR]');
  process.exit(2);
}

const deadlineMillis = 60_000;
const bought = 20_000;
const roses = 3;
const rosePrice = 5;
const castlePrice = 5_200;
const given = roses * rosePrice + castlePrice;
mkdirSync(options.pictures, { recursive: true });
const picture = (name) => ({ path: `${options.pictures}/gifts-${name}.png` });

const browser = await openForSeveral({ viewport: { width: 1360, height: 860 } });
try {
  const host = await enter(options.streamer, options.streamer, ['streamer'], '/income');
  const before = await pending(host);
  const bob = await enter('bob-of-gifts', 'Bob', ['viewer'], `/rooms/${options.room}`);
  await bob.waitForFunction(
    () => window.vitrinePlayer?.video.readyState >= 3 && !window.vitrinePlayer.video.paused,
  );
  const ann = await enter('ann-of-gifts', 'Ann', ['viewer'], `/rooms/${options.room}`);
  await lacksCoins(ann);
  await buys(ann);
  await gives(ann, bob);
  await ranked(bob);
  await earned(host, before);
  await told(host);
} finally {
  await browser.close();
}

/** Somebody of their own browser profile, signed in. */
async function enter(subject, name, roles, path) {
  const page = await pageOf(browser, options.url, { subject, name, roles });
  page.setDefaultTimeout(deadlineMillis);
  await page.goto(`${options.url}${path}`);
  return page;
}

async function choose(page, gift) {
  const opener = page.locator('.gift-open');
  if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
  await page.click(`.gift-card[data-gift="${gift}"]`);
}

async function lacksCoins(ann) {
  await choose(ann, 'castle');
  await ann.click('.gift-send');
  await ann.waitForSelector('.gift-refusal');
  await ann.screenshot(picture('lacking'));
  assert.match(await ann.textContent('.gift-refusal'), /5,200/, 'it says how many coins are missing');
  await ann.click('.gift-refusal .gift-top-up');
}

/** From the wallet to the provider's page, back, and back to the room. */
async function buys(ann) {
  await ann.click(`.package:has-text("${bought.toLocaleString('en')}")`);
  await ann.waitForSelector('button[name="choice"][value="pay"]');
  await ann.screenshot(picture('payment'));
  await ann.click('button[name="choice"][value="pay"]');
  await ann.waitForURL(/\/wallet/);
  const balance = `[data-balance]:has-text("${bought.toLocaleString('en')}")`;
  await ann.waitForSelector(balance);
  await ann.screenshot(picture('wallet'));
  console.log(`bought ${bought} coins on the provider's page`);
  await ann.click(`a[href="/rooms/${options.room}"]`);
  await ann.click('.gift-open');
  await ann.waitForSelector(balance);
}

async function gives(ann, bob) {
  await choose(ann, 'rose');
  const combo = bob.waitForSelector(`.gift-banner[data-gift="rose"][data-combo="${roses}"]`);
  for (let each = 1; each <= roses; each++) {
    await ann.click('.gift-send');
    await ann.waitForSelector(`.gift-send[data-combo="${each}"]`);
  }
  await combo;
  await bob.screenshot(picture('combo'));
  await choose(ann, 'castle');
  const spectacle = bob.waitForSelector('.spectacle[data-gift="castle"]');
  const begun = Date.now();
  await ann.click('.gift-send');
  await spectacle;
  console.log(`a castle over the other's picture after ${Date.now() - begun} ms`);
  await bob.waitForTimeout(900);
  await bob.screenshot(picture('castle'));
  const left = (bought - given).toLocaleString('en');
  await ann.waitForSelector(`[data-balance]:has-text("${left}")`);
  await ann.screenshot(picture('panel'));
}

async function ranked(bob) {
  await bob.click('.gift-fans');
  await bob.waitForSelector(`.ranking li:has-text("Ann"):has-text("${given.toLocaleString('en')}")`);
  await bob.screenshot(picture('ranking'));
  console.log(`Ann is first in the ranking with ${given} coins`);
}

async function pending(host) {
  return Number((await host.textContent('[data-figure="pending"] > span')).replaceAll(',', ''));
}

/** Half and the rest of the shares: the streamer's part is the ledger's to say, that it moved is seen here. */
async function earned(host, before) {
  await host.reload();
  await host.waitForSelector('[data-figure="pending"] > span');
  const now = await pending(host);
  await host.screenshot(picture('income'));
  assert.ok(now > before && now < before + given, `income moved from ${before} to ${now}`);
  console.log(`the streamer's income moved from ${before} to ${now} coins`);
}

async function told(host) {
  const downloads = host.waitForEvent('download');
  await host.click('.downloads button:has-text("PDF")');
  const file = `${options.pictures}/gifts-statement.pdf`;
  await (await downloads).saveAs(file);
  assert.equal(readFileSync(file).subarray(0, 5).toString(), '%PDF-', 'a statement to print');
  console.log('the statement is a PDF');
}
