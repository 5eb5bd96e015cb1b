// What is measured on every page, whatever its check looks at: a new page is held without a word about it.
//
//   - nothing moves by itself: the layout shift of each document stays below 0.1 (https://web.dev/articles/cls);
//   - axe finds nothing, with the rules that it leaves off switched on;
//   - the page is no wider than its screen, even when everybody has a name of 40 letters without a blank;
//   - what people wrote decides its own direction;
//   - what can be pressed is neither covered nor cut off.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const mostShift = 0.1;
/** Experimental, or best practice, in axe 4: each of them was broken once. */
const rulesOfOurs = ['label-content-name-mismatch', 'heading-order', 'page-has-heading-one'];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Begins before the first page is opened. */
export async function measure(page) {
  const shifts = await watchShifts(page);
  /** What axe found, by when it was seen first. */
  const found = new Map();
  let looked = false;
  return {
    /** Looks at the page as it is now. */
    async look(moment) {
      looked = true;
      for (const fault of await accessibility(page)) if (!found.has(fault)) found.set(fault, moment);
    },
    /** Looks at the page as the check left it; what it shows is changed for it, so nothing may be checked afterwards. */
    async end({ state, written }) {
      if (!looked) await this.look('at the end');
      const faults = [
        ...[...found].map(([fault, moment]) => `${fault}, ${moment}`),
        ...(await page.evaluate(notInReach)),
        ...(await page.evaluate(withoutDirection, writtenIn(state.served, written))),
        ...(await page.evaluate(widerThanScreen)),
      ];
      const shift = worstShift(shifts);
      if (shift.value >= mostShift)
        faults.push(`layout shift ${shift.value.toFixed(3)} at ${shift.path}: ${shift.what.join('; ')}`);
      return { faults, shift };
    },
  };
}

// Each document tells each shift as it happens: a page that is left tells nothing any more.
async function watchShifts(page) {
  const shifts = [];
  await page.exposeBinding('vitrineShift', (_, shift) => void shifts.push(shift));
  await page.addInitScript(() => {
    const document = Math.random();
    const nameOf = (node) =>
      node === null ? '?' : (node.id && `#${node.id}`) || `${node.nodeName.toLowerCase()}.${node.className}`;
    // What a person does is input to the browser, and half a second after it is theirs; what a check does is not always.
    const theirsMillis = 500;
    let done = -theirsMillis;
    const does = (event) => {
      const field = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (field || !event.type.startsWith('focus')) done = event.timeStamp;
    };
    for (const name of ['focusin', 'focusout', 'change', 'fullscreenchange', 'resize'])
      addEventListener(name, does, true);
    new PerformanceObserver((list) => {
      for (const { value, startTime, hadRecentInput, sources } of list.getEntries()) {
        if (hadRecentInput || (startTime >= done && startTime - done < theirsMillis)) continue;
        const moved = sources.map(
          ({ node, previousRect: from, currentRect: to }) =>
            `${nameOf(node)} (${from.x},${from.y} ${from.width}x${from.height} -> ${to.x},${to.y} ${to.width}x${to.height})`,
        );
        const told = { document, value, startTime, path: location.pathname, what: moved };
        void window.vitrineShift(told);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return shifts;
}

const windowMillis = 5_000;
const gapMillis = 1_000;

/** The worst session window of any document: shifts less than a second apart, for five seconds at most. */
function worstShift(shifts) {
  let worst = { value: 0, path: '', what: [] };
  let open = null;
  for (const each of shifts) {
    const fits =
      open?.document === each.document &&
      each.startTime - open.last < gapMillis &&
      each.startTime - open.first < windowMillis;
    if (!fits) open = { ...each, value: 0, what: [], first: each.startTime };
    open.value += each.value;
    open.last = each.startTime;
    open.what = [...open.what, `${each.value.toFixed(3)} ${each.what.join(', ')}`];
    if (open.value > worst.value) worst = { ...open };
  }
  return worst;
}

async function accessibility(page) {
  // A page in between two others has nothing to look at.
  if ((await page.locator('#root > *').count()) === 0) return [];
  await page.evaluate((source) => window.axe === undefined && (0, eval)(source), axeSource);
  const violations = await page.evaluate(async (rules) => {
    // What fades in or out is looked at as it will be.
    for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
    const options = {
      rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: true }])),
      resultTypes: ['violations'],
    };
    const found = await window.axe.run(document, options);
    return found.violations.map(({ id, nodes }) => ({
      id,
      places: nodes.map(({ target, any, all, none }) => [
        target.join(' '),
        [...any, ...all, ...none][0]?.message,
      ]),
    }));
  }, rulesOfOurs);
  return violations.map(
    ({ id, places }) =>
      `axe ${id}: ${places
        .slice(0, 4)
        .map(([where, why]) => `${where} (${why})`)
        .join(', ')}`,
  );
}

/** Everything that a pointer can press and does not reach, in the browser. */
function notInReach() {
  const faults = [];
  const modal = document.querySelector('dialog:modal');
  const pressed = 'button:enabled, a[href], input:enabled, select:enabled, textarea:enabled, summary';
  for (const each of (modal ?? document).querySelectorAll(pressed)) {
    if (!each.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (getComputedStyle(each).pointerEvents === 'none' || each.matches('.skip')) continue;
    const name = `${each.nodeName.toLowerCase()}.${each.className} "${(each.getAttribute('aria-label') ?? each.innerText ?? '').slice(0, 30)}"`;
    const cutting = cutBy(each);
    if (cutting !== null) faults.push(`${name} is cut off by ${cutting}`);
    each.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { x, y, width, height } = each.getBoundingClientRect();
    if (width === 0 || height === 0) continue;
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    // What a dialog covers is one key away; a label stands for what it names.
    if (hit?.closest('[role=dialog]') && !each.closest('[role=dialog]')) continue;
    if (hit === null || !(each.contains(hit) || hit.contains(each) || hit.closest('label')?.control === each))
      faults.push(`${name} is covered by ${hit?.nodeName.toLowerCase()}.${hit?.className}`);
  }
  return faults;

  // What scrolls brings it back; what only hides does not.
  function cutBy(element) {
    const { x, y, width, height } = element.getBoundingClientRect();
    const [left, top] = [x + width / 2, y + height / 2];
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      if ([overflowX, overflowY].some((each) => each === 'auto' || each === 'scroll')) return null;
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const box = around.getBoundingClientRect();
      if (left < box.left || left > box.right || top < box.top || top > box.bottom)
        return `${around.nodeName.toLowerCase()}.${around.className}`;
    }
    return null;
  }
}

/** What people wrote, as the fixture served it. */
function writtenIn(served, fields) {
  const texts = new Set();
  const walk = (value, field) => {
    if (typeof value === 'string') {
      if (fields.has(field) && value.trim().length > 1) texts.add(value.trim());
    } else if (Array.isArray(value)) value.forEach((each) => walk(each, field));
    else if (value !== null && typeof value === 'object')
      for (const [name, each] of Object.entries(value)) walk(each, name);
  };
  served.forEach((each) => walk(each, ''));
  return [...texts];
}

/** Texts of people, and fields to write them, that do not decide their own direction; in the browser. */
function withoutDirection(texts) {
  const faults = new Set();
  const known = new Set(texts);
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (all.nextNode()) {
    const { data, parentElement } = all.currentNode;
    if (!known.has(data.trim().replace(/^#/, ''))) continue;
    // an isolate decides for itself (HTML, 4.5.24)
    if (parentElement.closest('[dir]:not(html), bdi, script, style') === null)
      faults.add(
        `"${data.slice(0, 30)}" in ${parentElement.nodeName.toLowerCase()}.${parentElement.className} has no direction of its own`,
      );
  }
  for (const each of document.querySelectorAll(
    'textarea, input:is(:not([type]), [type=text], [type=search]):not([inputmode=numeric])',
  ))
    if (!each.hasAttribute('dir'))
      faults.add(`input "${each.getAttribute('aria-label') ?? each.id}" has no direction of its own`);
  return [...faults];
}

/** Whether a name of 40 letters without a blank, wherever people write, makes the page wider than the screen. */
function widerThanScreen() {
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const before = wider();
  if (before > 0) return [`the page is ${before} px wider than the screen`];
  const faults = [];
  for (const each of document.querySelectorAll('[dir=auto]:not(input, textarea), bdi')) {
    const told = each.textContent;
    each.textContent = 'W'.repeat(40);
    if (wider() > 0) {
      faults.push(
        `40 letters instead of "${told.slice(0, 20)}" in ${each.nodeName.toLowerCase()}.${each.className} of ${each.parentElement.className} make the page ${wider()} px wider than the screen`,
      );
      each.textContent = told;
    }
  }
  return faults;
}
