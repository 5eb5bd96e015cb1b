import type { components as http } from '../generated/chat/openapi.ts';
import type { components as socket } from '../generated/chat/asyncapi.ts';

type Socket = socket['schemas'];
type Http = http['schemas'];

export type ChatItem = Socket['Item'];
/** What another capability shows in a room, under a kind of its own. */
export type ShownItem = Socket['ShownItem'];
/** What the talk itself brings. */
export type OwnItem = Exclude<ChatItem, ShownItem>;
export type Danmaku = Socket['DanmakuItem'];
export type ModerationItem = Socket['ModerationItem'];
export type ChatPolicy = Socket['Policy'];
export type ChatRule = Socket['Rule'];
export type ChatSelf = Socket['Joined']['self'];
export type Lane = Socket['Lane'];
export type Segments = Socket['Segments'];
export type Joined = Socket['Joined'];
export type Reply = Socket['Reply'];
export type Batch = Pick<Socket['Batch'], 'after' | 'until' | 'items'>;
export type Segment = Socket['Segment'];
export type SegmentIndex = Socket['Index'];
/** What an act took back of segments that may still be read. */
export type Removal = Socket['Removal'];
export type DanmakuColour = NonNullable<Socket['Colour']>;
export type DanmakuPosition = NonNullable<Socket['Position']>;
export type ReplayIndex = Socket['ReplayIndex'];
export type ReplayMinute = Socket['ReplayMinute'];
export type ReplayItem = ReplayMinute['items'][number];
/** What a socket may bring. */
export type FromServer =
  Joined | Reply | Socket['Pong'] | Socket['Error'] | Socket['Batch'] | Socket['Private'];

export type Sanction = Http['Sanction'];
export type NewSanction = Http['SanctionRequest'];
export type Act = Http['Act'];
export type Review = Http['Review'];
export type Word = Http['Word'];

/** Kinds of other capabilities are open, so that a kind tells nothing of the form: only what they show has a body. */
export const isShown = (item: ChatItem): item is ShownItem => 'body' in item;

export const danmakuTextMax = 100;
export const colours: readonly DanmakuColour[] = [
  'WHITE',
  'RED',
  'ORANGE',
  'YELLOW',
  'GREEN',
  'CYAN',
  'BLUE',
  'PURPLE',
  'PINK',
];
