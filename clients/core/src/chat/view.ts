import { isGiftShown, type GiftShown } from '../money/types.ts';
import type { ChatItem, ChatPolicy, ChatSelf, Danmaku } from './types.ts';

/** A line of the talk: what somebody said, or what happened. */
export type Line =
  | { readonly kind: 'said'; readonly seq: number; readonly danmaku: Danmaku }
  | { readonly kind: 'show'; readonly seq: number; readonly event: string }
  | { readonly kind: 'gave'; readonly seq: number; readonly gift: GiftShown };

export interface ChatView {
  readonly lines: readonly Line[];
  readonly policy: ChatPolicy;
  readonly viewers: number;
  readonly likes: number;
  readonly self: ChatSelf | null;
}

/** More would slow the page and nobody scrolls so far. */
export const mostLines = 300;

export const emptyView: ChatView = {
  lines: [],
  policy: { slowModeSeconds: 0, followersOnly: false, notice: null },
  viewers: 0,
  likes: 0,
  self: null,
};

/** The view after one more item. */
export function shown(view: ChatView, item: ChatItem): ChatView {
  switch (item.kind) {
    case 'danmaku':
      return added(view, { kind: 'said', seq: item.seq, danmaku: item });
    case 'system':
      return added(view, { kind: 'show', seq: item.seq, event: item.event });
    case 'likes':
      return { ...view, likes: item.total };
    case 'presence':
      return { ...view, viewers: item.viewers };
    case 'moderation':
      return moderated(view, item);
    case 'gift':
      return isGiftShown(item.body) ? given(view, item.seq, item.body) : view;
    default:
      return view;
  }
}

function added(view: ChatView, line: Line): ChatView {
  return { ...view, lines: [...view.lines, line].slice(-mostLines) };
}

/** A combo is one line that counts, as long as nobody spoke in between. */
function given(view: ChatView, seq: number, gift: GiftShown): ChatView {
  const last = view.lines.at(-1);
  const goesOn =
    last?.kind === 'gave' &&
    last.gift.viewer === gift.viewer &&
    last.gift.gift === gift.gift &&
    gift.combo === last.gift.combo + 1;
  return added(goesOn ? { ...view, lines: view.lines.slice(0, -1) } : view, { kind: 'gave', seq, gift });
}

function moderated(view: ChatView, act: Extract<ChatItem, { kind: 'moderation' }>): ChatView {
  const concernsSelf = act.viewer !== undefined && act.viewer === view.self?.viewer;
  switch (act.act) {
    case 'MESSAGE_DELETED':
      return without(view, (line) => line.seq === act.message);
    case 'MESSAGES_ERASED':
    case 'VIEWER_BANNED':
      return without(view, (line) => line.kind === 'said' && line.danmaku.by.viewer === act.viewer);
    case 'VIEWER_MUTED':
      return concernsSelf ? withSelf(view, { mutedUntil: act.until ?? null }) : view;
    case 'SANCTION_LIFTED':
      return concernsSelf ? withSelf(view, { mutedUntil: null }) : view;
    case 'POLICY_CHANGED':
      return act.policy ? { ...view, policy: act.policy } : view;
    case 'MODERATOR_APPOINTED':
      return concernsSelf ? withSelf(view, { role: 'MODERATOR' }) : view;
    case 'MODERATOR_DISMISSED':
      return concernsSelf ? withSelf(view, { role: 'VIEWER' }) : view;
  }
}

function without(view: ChatView, gone: (line: Line) => boolean): ChatView {
  return { ...view, lines: view.lines.filter((line) => !gone(line)) };
}

function withSelf(view: ChatView, change: Partial<ChatSelf>): ChatView {
  return view.self === null ? view : { ...view, self: { ...view.self, ...change } };
}

export const mayModerate = (self: ChatSelf | null): boolean =>
  self !== null && (self.role === 'MODERATOR' || self.role === 'STREAMER' || self.role === 'OPERATOR');
