import assert from 'node:assert/strict';
import { ids } from '../../../e2e/fixture/ids.mjs';
import { withinReach } from '../../../e2e/steps.mjs';

const everyLook = ['desktop-light-en', 'phone-dark-zh', 'desktop-dark-zh', 'phone-light-en'];
const room = ids.liveChinese;

async function open({ page }, id = room) {
  await page.goto(`/rooms/${id}`);
  await page.waitForFunction(() => window.vitrineChat?.snapshot().connection === 'open');
}

async function openGifts({ page, say }) {
  await page.getByRole('button', { name: say('Send a gift', '送礼物') }).click();
  return page.getByRole('dialog', { name: say('Gifts', '礼物') });
}

async function joinIn({ page, say }, within, name) {
  await within.getByPlaceholder(say('Your name, to join in', '输入昵称，参与聊天')).fill(name);
  await within.getByRole('button', { name: say('Join in', '加入') }).click();
  await page.waitForFunction(() => window.vitrineChat?.snapshot().self?.guest === false);
}

/** A guest in the room becomes somebody with a purse of the fixture, by the way the panel itself offers. */
async function openAs(world, name, id = room) {
  await open(world, id);
  const panel = await openGifts(world);
  await joinIn(world, panel, name);
  return panel;
}

const sendButton = ({ say }, panel, en, zh) =>
  panel.getByRole('button', { name: say(`Send ${en}`, `赠送${zh}`) });
const balance = (panel, coins) => panel.locator('[data-balance]', { hasText: coins }).waitFor();
const sends = (fixture) =>
  fixture.state.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/gifts'));
const playing = (page) => page.waitForFunction(() => (window.vitrinePlayer?.video.currentTime ?? 0) > 0.3);

/** A picture of what moves, as it is in the middle of its way. */
async function shootMoving({ page, shoot }, label, selector, millis) {
  await page.locator(selector).waitFor();
  await page.evaluate(
    ([chosen, at]) =>
      document
        .querySelector(chosen)
        .getAnimations({ subtree: true })
        .forEach((each) => {
          each.pause();
          each.currentTime = at;
        }),
    [selector, millis],
  );
  await shoot(label, false, 'allow');
}

export default [
  {
    name: 'gifts under a long notice',
    looks: ['desktop-light-en', 'phone-dark-zh', 'phone-lying-en'],
    async run(world) {
      const { page, say, shoot, fixture, phone } = world;
      if (!phone) await page.setViewportSize({ width: 1280, height: 600 });
      fixture.of.chat.state.notice = '全场包邮，今晚下单的朋友都有小礼物 '.repeat(10).slice(0, 200);
      const panel = await openAs(world, 'Rich');
      await balance(panel, '100,000');
      await withinReach(
        panel.getByRole('button', { name: say('Close', '关闭') }),
        'the way to close the gifts',
      );
      await withinReach(panel.getByRole('radio', { name: say('Heart', '小心心') }), 'the first gift');
      await withinReach(sendButton(world, panel, 'Heart', '小心心'), 'the button that gives');
      await shoot();
      await panel.getByRole('button', { name: say('Close', '关闭') }).click();
      await withinReach(page.locator('.chat-line').last(), 'the last line');
    },
  },
  {
    name: 'gifts for a guest',
    looks: everyLook,
    async run(world) {
      const { page, say, shoot, fixture } = world;
      const asked = fixture.state.requests.length;
      await open(world);
      await page.getByRole('button', { name: say('Gift ranking', '礼物榜') }).waitFor();
      assert.ok(
        !fixture.state.requests
          .slice(asked)
          .some(({ path }) => path.includes('GiftPanel') || path === '/v1/gifts'),
        'nothing of the panel is downloaded before somebody wants it',
      );
      const panel = await openGifts(world);
      await panel.getByText(say('Sign in to give.', '登录后即可赠送。')).waitFor();
      await panel.getByRole('radio', { name: say('Rose, 5 coins', '玫瑰, 5 金币') }).check();
      await shoot('catalogue');
      await joinIn(world, panel, 'Rich');
      await balance(panel, '100,000');
      await shoot('balance');
    },
  },
  {
    name: 'gifts given in a combo',
    needsPicture: true,
    looks: everyLook,
    async run(world) {
      const { page, say, shoot, fixture } = world;
      const panel = await openAs(world, 'Rich');
      await playing(page);
      const before = sends(fixture).length;
      await panel.getByRole('radio', { name: say('Rose', '玫瑰') }).check();
      await panel.getByRole('radio', { name: say('How many: 10', '数量: 10'), exact: true }).check();
      const send = sendButton(world, panel, 'Rose', '玫瑰');
      for (let i = 0; i < 3; i++) await send.click();
      await panel.locator('[data-combo="3"]').waitFor();
      await balance(panel, '99,850');
      const keys = sends(fixture)
        .slice(before)
        .map(({ headers }) => headers['idempotency-key']);
      assert.equal(new Set(keys).size, 3, 'each press has a key of its own');
      await page.locator('.gift-banner[data-gift="rose"][data-combo="3"]').waitFor();
      assert.equal(await page.locator('.gift-banner').count(), 1, 'a combo is one banner');
      await page.locator('.chat-line.gave').first().waitFor();
      await page
        .getByRole('button', { name: say('Gift ranking', '礼物榜') })
        .getByText('R')
        .first()
        .waitFor();
      await shoot();
    },
  },
  {
    name: 'gifts by keyboard',
    looks: ['desktop-light-en'],
    async run(world) {
      const { page, fixture } = world;
      const panel = await openAs(world, 'Rich');
      await balance(panel, '100,000');
      const opener = page.getByRole('button', { name: 'Send a gift' });
      await panel.getByRole('radio', { name: 'Heart, 1 coin' }).focus();
      await page.keyboard.press('ArrowRight');
      assert.equal(await panel.getByRole('radio', { name: 'Rose' }).isChecked(), true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      // A key that is held down gives once.
      for (let i = 0; i < 5; i++) await page.keyboard.down('Enter');
      await page.keyboard.up('Enter');
      await balance(panel, '99,995');
      assert.equal(fixture.of.gifts.state.paid.length, 1);
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
      assert.equal(await opener.evaluate((each) => each === document.activeElement), true);
    },
  },
  {
    name: 'gifts without the coins',
    looks: everyLook,
    async run(world) {
      const { page, say, shoot, fixture } = world;
      // The wallet's own documents are checked elsewhere.
      await page.route(/\/v1\/(coin-packages|wallet\/entries)/, (route) =>
        route.fulfill({ json: { items: [], nextCursor: null } }),
      );
      const panel = await openAs(world, 'Poor');
      await balance(panel, '12');
      await panel.getByRole('radio', { name: say('Lucky star', '幸运星') }).check();
      await sendButton(world, panel, 'Lucky star', '幸运星').click();
      const refusal = panel.getByRole('alert');
      await refusal.getByText(say('Coins still needed for this gift: 8.', '还差 8 金币才能赠送。')).waitFor();
      assert.equal(fixture.of.gifts.state.paid.length, 0);
      await shoot();
      await refusal.getByRole('link', { name: say('Top up', '充值') }).click();
      const back = page.getByRole('link', { name: say('Back to', '返回') });
      await back.waitFor();
      await shoot('wallet');
      await page.reload();
      fixture.of.wallet.state.purses.set('poor', 612);
      await back.click();
      await balance(await openGifts(world), '612');
      assert.equal(new URL(page.url()).pathname, `/rooms/${room}`);
      await page.goto('/wallet');
      await page.getByRole('heading', { name: say('Wallet', '钱包') }).waitFor();
      assert.equal(await back.count(), 0, 'who was back in a room is not led there again');
    },
  },
  {
    name: 'gifts over a broken line',
    looks: ['desktop-light-en', 'phone-dark-zh'],
    async run(world) {
      const { page, say, shoot, fixture } = world;
      const panel = await openAs(world, 'Rich');
      await balance(panel, '100,000');
      // Paid, but nobody hears of it.
      await page.route(/\/gifts$/, async (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        await route.fetch();
        return route.abort();
      });
      const before = sends(fixture).length;
      const send = sendButton(world, panel, 'Heart', '小心心');
      await send.click();
      await panel
        .getByText(say('No answer yet. Press again: it is not paid twice.', '请再按一次，不会重复扣款'))
        .waitFor({ timeout: 30_000 });
      await shoot();
      await page.unroute(/\/gifts$/);
      await send.click();
      await panel.locator('[data-combo="1"]').waitFor();
      await balance(panel, '99,999');
      const keys = sends(fixture)
        .slice(before)
        .map(({ headers }) => headers['idempotency-key']);
      assert.ok(keys.length >= 2, 'it was asked again');
      assert.equal(new Set(keys).size, 1, 'under the same key');
      assert.equal(fixture.of.gifts.state.paid.length, 1, 'and paid once');
    },
  },
  {
    name: 'gifts refused',
    async run(world) {
      const { page, say, shoot, fixture } = world;
      const panel = await openAs(world, 'Rich');
      await balance(panel, '100,000');
      fixture.roomOf(room).state = 'ENDED';
      await sendButton(world, panel, 'Heart', '小心心').click();
      await panel
        .getByText(say('Gifts can be given while the room is live.', '直播进行时才能赠送礼物。'))
        .first()
        .waitFor();
      await shoot('closed');
      fixture.roomOf(room).state = 'LIVE';
      fixture.roomOf(room).streamer = { id: 'rich', name: 'Rich' };
      await open(world);
      await (
        await openGifts(world)
      )
        .getByText(say('Nobody gives in their own room.', '不能给自己的直播间送礼。'))
        .waitFor();
      fixture.of.gifts.state.catalogue = [];
      await open(world);
      await (await openGifts(world)).getByText(say('There are no gifts now.', '暂时没有礼物。')).waitFor();
      await open(world);
      await page.route(/\/v1\/gifts$/, (route) => route.fulfill({ status: 500, body: '' }));
      await page.getByRole('button', { name: say('Send a gift', '送礼物') }).click();
      await page
        .getByText(say('The gifts could not be loaded.', '礼物加载失败。'))
        .waitFor({ timeout: 30_000 });
      await shoot('failed');
      await page.unroute(/\/v1\/gifts$/);
      await page.getByRole('button', { name: say('Try again', '重试') }).click();
      await page.getByText(say('There are no gifts now.', '暂时没有礼物。')).waitFor();
    },
  },
  {
    name: 'gifts over the picture',
    needsPicture: true,
    looks: everyLook,
    async run(world) {
      const { page, fixture, say } = world;
      await open(world);
      await playing(page);
      const { hear } = fixture.of.gifts;
      for (const [name, code, count] of [
        ['Mia 小米', 'rose', 1],
        ['一个名字特别特别长的忠实观众 with a name that does not end', 'lucky-star', 4],
        ['Ravi', 'heart', 1],
        ['Ravi', 'heart', 1],
        ['林', 'rose', 2],
      ])
        hear(room, name, code, count);
      await page.locator('.gift-banner[data-combo="2"]').waitFor();
      assert.equal(await page.locator('.gift-banner').count(), 3, 'a few at once');
      const over = await page
        .locator('.gift-layer')
        .evaluate((layer) => getComputedStyle(layer).pointerEvents);
      assert.equal(over, 'none');
      await world.shoot('banners');
      for (const [code, millis] of [
        ['rocket', 1_900],
        ['castle', 2_300],
        ['sports-car', 2_200],
        ['fireworks', 2_300],
      ]) {
        hear(room, 'Mia 小米', code);
        await shootMoving(world, code, `.spectacle[data-gift="${code}"]`, millis);
        await page.locator(`.spectacle[data-gift="${code}"]`).waitFor({ state: 'detached' });
      }
      await page
        .getByRole('button', { name: say('Gift ranking', '礼物榜') })
        .getByText('M')
        .waitFor();
    },
  },
  {
    name: 'gifts without motion',
    needsPicture: true,
    looks: ['desktop-light-en'],
    async run(world) {
      const { page, fixture } = world;
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await open(world);
      await playing(page);
      fixture.of.gifts.hear(room, 'Ravi', 'castle');
      await page.locator('.gift-banner[data-gift="castle"]').waitFor();
      assert.equal(await page.locator('.spectacle').isVisible(), false);
    },
  },
  {
    name: 'gifts ranked',
    looks: everyLook,
    async run(world) {
      const { page, say, shoot, fixture } = world;
      await open(world);
      await page.getByRole('button', { name: say('Gift ranking', '礼物榜') }).click();
      const panel = page.getByRole('dialog', { name: say('Gift ranking', '礼物榜') });
      await panel.getByRole('tab', { name: say('This room', '本场'), selected: true }).waitFor();
      await panel.getByRole('listitem').filter({ hasText: 'Mia 小米' }).waitFor();
      await shoot('room');
      fixture.of.gifts.hear(room, 'Ravi', 'castle', 2);
      await panel.getByRole('listitem').first().filter({ hasText: 'Ravi' }).waitFor();
      await panel.getByRole('tab', { name: say('Streamers today', '今日主播') }).click();
      await panel.getByRole('listitem').filter({ hasText: '夜市老周' }).waitFor();
      await shoot('day');
      await open(world, ids.live);
      await page.getByRole('button', { name: say('Gift ranking', '礼物榜') }).click();
      await page.getByText(say('Nobody gave yet. Be the first!', '还没有人送礼，来当第一名吧！')).waitFor();
    },
  },
];
