// Chromium as the checks use it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Two windows of its own that Chromium keeps ready for every window of ours: a third of what a new profile costs. */
const unwanted = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'AimEnabled'];
/** The last list counts, so these are said again after Playwright. */
const unwantedByPlaywright = [
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
];

const flags = [
  `--disable-features=${[...unwanted, ...unwantedByPlaywright]}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with a fresh profile, in which media may begin by itself. */
export async function openBrowser(options = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'vitrine-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [...flags, '--autoplay-policy=no-user-gesture-required'],
    ...options,
  });
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** A browser for several people: each profile knows nothing of the others. */
export async function openForSeveral(options = {}) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [...flags, '--autoplay-policy=no-user-gesture-required'],
  });
  return { newProfile: () => browser.newContext(options), close: () => browser.close() };
}

/** What a browser with a screen does and headless Chromium does not: sound begins only after a gesture. */
export async function refuseSoundWithoutGesture(page) {
  await page.addInitScript(() => {
    // Not navigator.userActivation: every evaluation of a check counts as a gesture there.
    let gesture = false;
    for (const name of ['pointerdown', 'keydown']) addEventListener(name, () => (gesture = true), true);
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function () {
      if (this.muted || gesture) return play.call(this);
      return Promise.reject(new DOMException('a gesture is needed', 'NotAllowedError'));
    };
  });
}

/** A page of somebody's own profile, signed in to `url` and in English. Faults of the page are printed. */
export async function pageOf(browser, url, { subject, name, roles }) {
  const answer = await fetch(`${url}/local/token`, {
    method: 'POST',
    body: JSON.stringify({ subject, name, roles }),
  });
  const { access_token: token, expires_in: seconds } = await answer.json();
  const session = { subject, name, roles, token, expiresAt: Date.now() + seconds * 1_000 };
  const context = await browser.newProfile();
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`page error: ${error.message}`));
  await page.addInitScript((value) => {
    localStorage.setItem('vitrine.session', value);
    localStorage.setItem('vitrine.language', 'en');
  }, JSON.stringify(session));
  return page;
}
