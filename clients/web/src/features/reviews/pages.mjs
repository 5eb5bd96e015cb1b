import assert from 'node:assert/strict';
import { every, open, heading } from '../../../e2e/steps.mjs';

export default [
  {
    name: 'money reviews',
    looks: every,
    async run(world) {
      const { page, fixture, say, shoot } = world;
      await open(world, '/reviews', 'Ann Lee');
      const review = (name) => page.getByRole('listitem', { name, exact: true });
      await review('小雨').waitFor();
      await review('Ann Lee').getByText(say('Nobody decides about their own', '不能审核自己的')).waitFor();
      await shoot('', true);
      const approve = (name) => review(name).getByRole('button', { name: say('Approve', '通过') });
      const refuse = (name) => review(name).getByRole('button', { name: say('Refuse', '拒绝') });
      const dialog = page.getByRole('dialog');
      await approve('小雨').click();
      await dialog.getByText(say('Pay CN¥2,400.00 to 小雨?', '向 小雨 打款 ¥2,400.00？')).waitFor();
      await shoot('sure');
      await dialog.getByRole('button', { name: say('Not yet', '再想想') }).click();
      assert.equal(fixture.of.reviews.state.reviews[0].state, 'REQUESTED');
      await approve('小雨').click();
      await dialog.getByRole('button', { name: say('Approve', '通过') }).click();
      await review('小雨').getByText(say('Paid out', '已打款')).waitFor();
      await review('小雨').getByText('ann-lee').waitFor();
      await refuse('Fern & Field').click();
      await review('Fern & Field').getByText(say('Say why: the streamer reads it.', '请填写理由')).waitFor();
      await review('Fern & Field').getByRole('textbox').fill('The account has another name');
      await refuse('Fern & Field').click();
      await review('Fern & Field').getByText(say('Refused', '已拒绝')).waitFor();
      assert.equal(fixture.of.reviews.state.reviews[1].reason, 'The account has another name');
      fixture.of.reviews.state.reviews[2].state = 'APPROVED';
      await review('夜市老周').getByRole('textbox').fill('x');
      await refuse('夜市老周').click();
      await review('夜市老周').getByText(say('Somebody else decided', '该申请已被其他人')).waitFor();
      assert.equal(await refuse('夜市老周').count(), 0);
      await shoot('decided', true);
      fixture.of.reviews.state.reviews.pop();
      await page.getByRole('button', { name: say('Look again', '重新查看') }).click();
      await heading(world, 'Nothing waits for you', '没有待审核的申请').waitFor();
      await shoot('empty');
    },
  },
];
