// What checks of several features do on a page.
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

export async function mayEnter(world, path, english, chinese) {
  await world.page.goto(path);
  await heading(world, english, chinese).waitFor();
  await world.page.getByLabel(world.say('Your name', '你的名字')).waitFor();
}
