// What checks of several features do on a page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

export const every = ['desktop-light-en', 'phone-dark-zh', 'desktop-dark-zh', 'phone-light-en'];

export async function signIn({ page, say }, name) {
  await page.getByLabel(say('Your name', '你的名字')).fill(name);
  await page.getByRole('button', { name: say('Sign in', '登录'), exact: true }).click();
  await page.getByText(say(`Signed in as ${name}`, `已登录：${name}`)).waitFor();
}

/** What the header says of who is signed in, and the way out. */
export async function openIdentity({ page, say }, name) {
  await page
    .getByRole('banner')
    .getByRole('button', { name: say(`Signed in as ${name}`, `已登录：${name}`) })
    .click();
}

export async function open(world, path, name) {
  await world.page.goto(path);
  await signIn(world, name);
}

export const heading = ({ page, say }, english, chinese) =>
  page.getByRole('heading', { name: say(english, chinese), exact: true });
export const section = ({ page, say }, english, chinese) =>
  page.getByRole('region', { name: say(english, chinese), exact: true });
export const figure = ({ page }, name) => page.locator(`[data-figure=${name}] > span`);
export const more = ({ say }, inside) => inside.getByRole('button', { name: say('Show more', '加载更多') });

/** What a click downloads: its name and its text. */
export async function downloaded({ page }, click) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** That the whole of it is seen, above whatever a keyboard covers, and that a finger on its middle meets it. */
export async function withinReach(locator, what) {
  await locator.waitFor();
  const fault = await locator.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const { offsetTop, width, height } = window.visualViewport;
    if (top < offsetTop - 1 || bottom > offsetTop + height + 1 || left < -1 || right > width + 1)
      return `at ${left},${top} to ${right},${bottom} of ${width}x${height}`;
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    // A label stands for what it names.
    const met = element.contains(hit) || hit?.contains(element) || hit?.closest('label')?.control === element;
    return met ? null : `under ${hit?.nodeName} ${hit?.className}`;
  });
  assert.equal(fault, null, `${what} is not within reach`);
}

export async function mayEnter(world, path, english, chinese) {
  await world.page.goto(path);
  await heading(world, english, chinese).waitFor();
  await world.page.getByLabel(world.say('Your name', '你的名字')).waitFor();
}
