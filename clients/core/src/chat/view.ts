import type { ItemKind, ItemKinds } from '../item.ts';
import { named, withoutName } from './removals.ts';
import {
  isShown,
  type ChatItem,
  type ChatPolicy,
  type ChatSelf,
  type Danmaku,
  type ModerationItem,
  type OwnItem,
  type ShownItem,
} from './types.ts';

/** A line of the talk: what somebody said, or what happened. */
export type Line =
  | { readonly kind: 'said'; readonly seq: number; readonly danmaku: Danmaku }
  | { readonly kind: 'show'; readonly seq: number; readonly event: string }
  | { readonly kind: 'item'; readonly seq: number; readonly item: string; readonly body: unknown };

export interface ChatView {
  readonly lines: readonly Line[];
  readonly policy: ChatPolicy;
  readonly viewers: number;
  readonly likes: number;
  readonly self: ChatSelf | null;
  /** Whether this page knows that who reads was banned: the room tells it when it happens, and to who tries to talk. */
  readonly banned: boolean;
}

/** More would slow the page and nobody scrolls so far. */
export const mostLines = 300;

export const emptyView: ChatView = {
  lines: [],
  policy: { slowModeSeconds: 0, followersOnly: false, notice: null },
  viewers: 0,
  likes: 0,
  self: null,
  banned: false,
};

/** The view after one more item. */
export function shown(view: ChatView, item: ChatItem, kinds: ItemKinds = {}): ChatView {
  return isShown(item) ? happened(view, item, kinds) : told(view, item);
}

function told(view: ChatView, item: OwnItem): ChatView {
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
    case 'lane':
    default:
      // A lane is not seen; nor is what a later server tells and this client does not know.
      return view;
  }
}

function added(view: ChatView, line: Line): ChatView {
  return { ...view, lines: [...view.lines, line].slice(-mostLines) };
}

/** What goes on is one line, as long as nobody spoke in between. */
function happened(view: ChatView, { kind: item, seq, body }: ShownItem, kinds: ItemKinds): ChatView {
  const kind = Object.hasOwn(kinds, item) ? (kinds[item] as ItemKind) : undefined;
  if (kind === undefined || !kind.accepts(body)) return view;
  const last = view.lines.at(-1);
  const goesOn = last?.kind === 'item' && last.item === item && kind.goesOn?.(last.body, body) === true;
  const lines = goesOn ? view.lines.slice(0, -1) : view.lines;
  return added({ ...view, lines }, { kind: 'item', seq, item, body });
}

function moderated(view: ChatView, act: ModerationItem): ChatView {
  const concernsSelf = act.viewer !== undefined && act.viewer === view.self?.viewer;
  switch (act.act) {
    case 'MESSAGE_DELETED':
      return without(view, (line) => line.seq === act.message);
    case 'MESSAGES_ERASED':
      return silenced(view, act.viewer);
    case 'VIEWER_BANNED':
      return { ...silenced(view, act.viewer), banned: view.banned || concernsSelf };
    case 'VIEWER_MUTED':
      return concernsSelf ? withSelf(view, { mutedUntil: act.until ?? null }) : view;
    case 'SANCTION_LIFTED':
      return concernsSelf ? { ...withSelf(view, { mutedUntil: null }), banned: false } : view;
    case 'POLICY_CHANGED':
      return act.policy ? { ...view, policy: act.policy } : view;
    case 'MODERATOR_APPOINTED':
      return concernsSelf ? withSelf(view, { role: 'MODERATOR' }) : view;
    case 'MODERATOR_DISMISSED':
      return concernsSelf ? withSelf(view, { role: 'VIEWER' }) : view;
  }
  // An act of a later server.
  return view;
}

/** Everything that somebody said goes, and their name where others show it. */
function silenced(view: ChatView, viewer: unknown): ChatView {
  return nameless(
    without(view, (line) => line.kind === 'said' && line.danmaku.by.viewer === viewer),
    viewer,
  );
}

function without(view: ChatView, gone: (line: Line) => boolean): ChatView {
  return { ...view, lines: view.lines.filter((line) => !gone(line)) };
}

/** Where somebody's name stands in what others show. */
function nameless(view: ChatView, viewer: unknown): ChatView {
  const lines = view.lines.map((line) =>
    line.kind === 'item' && viewer !== undefined && named(line.body) === viewer
      ? { ...line, body: withoutName(line.body) }
      : line,
  );
  return { ...view, lines };
}

function withSelf(view: ChatView, change: Partial<ChatSelf>): ChatView {
  return view.self === null ? view : { ...view, self: { ...view.self, ...change } };
}

export const mayModerate = (self: ChatSelf | null): boolean =>
  self !== null && (self.role === 'MODERATOR' || self.role === 'STREAMER' || self.role === 'OPERATOR');
