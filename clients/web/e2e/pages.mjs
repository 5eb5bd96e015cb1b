// Opens every page and state over the fixture in Chromium, in both languages, on a phone and a desktop, light and dark:
// asserts what must be read and done there, measures what every page must be (`measures.mjs`), and leaves a picture of each
// in `.e2e/`. As many at once as there are cores: each waits for its page more than it works.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';
import { haveFfmpeg, makeReplay, replaySeconds, startLive } from './fixture/media.mjs';
import { startFixture } from './fixture/server.mjs';
import { measure } from './measures.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const dist = here('../dist');
const pictures = here('../.e2e/pages');
const media = here('../.e2e/media');
const wanted = process.argv[2] ?? '';
/** A deadline, not an expectation: a machine that does other things at the same time is slow. */
const patienceMillis = 60_000;

const desktop = { viewport: { width: 1366, height: 860 } };
const touched = { deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const phone = { viewport: { width: 360, height: 740 }, ...touched };
const looks = {
  'desktop-light-en': { ...desktop, colorScheme: 'light', locale: 'en-GB' },
  'phone-dark-zh': { ...phone, colorScheme: 'dark', locale: 'zh-CN' },
  'desktop-dark-zh': { ...desktop, colorScheme: 'dark', locale: 'zh-CN' },
  'phone-light-en': { ...phone, colorScheme: 'light', locale: 'en-GB' },
  'phone-tall-en': {
    ...touched,
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    locale: 'en-GB',
  },
  'phone-short-zh': {
    ...touched,
    viewport: { width: 360, height: 640 },
    colorScheme: 'light',
    locale: 'zh-CN',
  },
  'phone-lying-en': {
    ...touched,
    viewport: { width: 844, height: 390 },
    colorScheme: 'light',
    locale: 'en-GB',
  },
};

if (!existsSync(dist)) {
  console.error('web/dist is missing: run `npm run build` first');
  process.exit(1);
}
if (wanted === '') rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });

const playable = haveFfmpeg();
if (playable) makeReplay(media);
else console.log('no ffmpeg on the PATH (or in VITRINE_FFMPEG): what needs a moving picture is not checked');
const live = playable ? await startLive(media) : null;
const browser = await openBrowser();
const counts = { passed: 0, failed: 0 };
const pending = (await foundChecks())
  .filter((check) => playable || !check.needsPicture)
  .flatMap((check) =>
    (check.looks ?? ['desktop-light-en', 'phone-dark-zh']).map((look) => ({
      check,
      look,
      name: `${check.name} · ${look}`,
    })),
  )
  .filter(({ name }) => name.includes(wanted));

try {
  await Promise.all(Array.from({ length: availableParallelism() }, work));
} finally {
  await browser.close();
  live?.stop();
}
console.log(`pages: ${counts.passed} passed, ${counts.failed} failed; pictures in ${pictures}`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/** Takes the next check until none is left. What a fixture remembers belongs to one check, so each worker has its own. */
async function work() {
  const fixture = await startFixture({ dist, media, durationSeconds: replaySeconds });
  try {
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) await run(fixture, next);
  } finally {
    await fixture.close();
  }
}

async function run(fixture, { check, look, name }) {
  const begun = performance.now();
  fixture.reset();
  const context = await browser.context.browser().newContext({ ...looks[look], baseURL: fixture.url });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on(
    'console',
    (message) => message.type() === 'error' && !expected(message.text()) && faults.push(message.text()),
  );
  page.setDefaultTimeout(patienceMillis);
  const measured = await measure(page);
  const zh = look.endsWith('zh');
  let shots = 0;
  const shoot = async (label = '', full = false, animations = 'disabled') => {
    const file = `${check.name}${label ? `-${label}` : ''}-${look}.png`.replaceAll(' ', '-');
    await page.screenshot({ path: `${pictures}/${file}`, fullPage: full, animations });
    await measured.look(label || 'shown');
    shots++;
  };
  try {
    await check.run({
      page,
      context,
      fixture,
      shoot,
      look,
      zh,
      phone: look.startsWith('phone'),
      say: (en, chinese) => (zh ? chinese : en),
    });
    if (shots === 0) await shoot('', true);
    assert.deepEqual(faults, [], 'the browser console is clean');
    assert.deepEqual(fixture.faults, [], 'what the fixture answered fits the contracts');
    const { faults: unfit, shift } = await measured.end(fixture);
    assert.ok(unfit.length === 0, unfit.join('\n'));
    counts.passed++;
    const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
    console.log(`ok    ${name} · ${seconds} s · layout shift ${shift.value.toFixed(3)}`);
  } catch (error) {
    counts.failed++;
    console.log(`FAIL  ${name}\n      ${error.message.split('\n').join('\n      ')}`);
    await page.screenshot({ path: `${pictures}/FAILED-${check.name.replaceAll(' ', '-')}-${look}.png` });
  } finally {
    await context.close();
  }
}

// Those of one feature are beside it, `src/features/NAME/pages.mjs`; those of several in `e2e/pages`.
async function foundChecks() {
  const features = new URL('../src/features/', import.meta.url);
  const general = new URL('./pages/', import.meta.url);
  const files = [
    ...readdirSync(features).map((name) => new URL(`${name}/pages.mjs`, features)),
    ...readdirSync(general).map((name) => new URL(name, general)),
  ].filter((file) => existsSync(file));
  return (await Promise.all(files.map((file) => import(file)))).flatMap(({ default: checks }) => checks);
}

/** Chromium reports every answer of 400 and above as a console error; the checks provoke some on purpose. */
function expected(text) {
  return [
    'Failed to load resource',
    'Failed to fetch dynamically imported',
    'HTTP Authentication failed; no valid credentials available',
  ].some((each) => text.includes(each));
}
