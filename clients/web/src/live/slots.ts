import type { ItemKind } from '@vitrine/core';
import type { Room } from '@vitrine/core/rooms';
import { use, type ComponentType } from 'react';
import type { Feature } from '../app/feature.ts';
import { features } from '../app/features.ts';
import { firstLanguage } from '../app/language.tsx';
import { loadPart } from '../app/loadPart.ts';
import { tracked } from '../app/tracked.ts';
import { loadTexts } from '../app/words.ts';
import type { Engine } from './player/engine.ts';
import { texts as stageTexts } from './texts/index.ts';
import type { Talk } from './useTalk.ts';

export interface InRoomProps {
  readonly room: Room;
  readonly talk: Talk;
}

/** A part of a room's page. */
export interface RoomPanel {
  /** Parts of one place stand in this order. */
  readonly order: number;
  readonly Panel: ComponentType<InRoomProps>;
}

export interface StudioPanel extends RoomPanel {
  /** Only for whoever may change the room. */
  readonly ownersOnly: boolean;
}

/** What the stage shows when something lies over it. */
export type Showing = 'live' | 'replay' | 'interrupted';

export interface OverlayProps extends InRoomProps {
  /** Null where no picture plays. */
  readonly engine: Engine | null;
}

/** Lies over the picture; takes no clicks but those of its own buttons. */
export interface StageOverlay {
  /** The later one lies above. */
  readonly order: number;
  readonly on: readonly Showing[];
  readonly Overlay: ComponentType<OverlayProps>;
}

/** A kind of item of a room's talk, and its line among what is said. */
export interface RoomItem extends ItemKind {
  readonly className: string;
  readonly Line: ComponentType<{ readonly body: never }>;
}

/** What a feature adds to a room. Every place may stay empty. */
export interface RoomSlots {
  /** By the kind that the talk's items have. */
  readonly items?: Readonly<Record<string, RoomItem>>;
  /** Beside the picture. */
  readonly sidePanels?: readonly RoomPanel[];
  /** Between what was said and what one writes. */
  readonly talkPanels?: readonly RoomPanel[];
  readonly overlays?: readonly StageOverlay[];
  /** In the streamer's console of the room. */
  readonly studioPanels?: readonly StudioPanel[];
}

export interface AllSlots extends Required<RoomSlots> {
  /** Names of the features whose part could not be loaded. */
  readonly missing: readonly string[];
}

let coming: Promise<AllSlots> | null = null;

/** Everything that features add to rooms. A feature that cannot be loaded is left out and named. */
export function loadSlots(): Promise<AllSlots> {
  coming ??= tracked(Promise.all(features.map(slotsOf)).then(joined));
  // What the stage itself says comes at the same time; should it fail, whoever says it tells.
  loadTexts(stageTexts, firstLanguage()).catch(() => undefined);
  return coming;
}

/** Waits (as Suspense does) until all are here. */
export function useSlots(): AllSlots {
  return use(loadSlots());
}

interface Loaded {
  readonly name: string;
  /** Null when they could not be loaded. */
  readonly slots: RoomSlots | null;
}

async function slotsOf({ name, texts, room }: Feature): Promise<Loaded> {
  if (room === undefined) return { name, slots: {} };
  try {
    const [module] = await Promise.all([loadPart(room), loadTexts(texts, firstLanguage())]);
    return { name, slots: module.default };
  } catch (failure) {
    console.warn(`the room goes on without ${name}`, failure);
    return { name, slots: null };
  }
}

function joined(all: readonly Loaded[]): AllSlots {
  const given = all.flatMap(({ slots }) => slots ?? []);
  const inOrder = <T extends { readonly order: number }>(parts: readonly T[]) =>
    [...parts].sort((one, other) => one.order - other.order);
  return {
    items: Object.assign({}, ...given.map(({ items }) => items)) as Record<string, RoomItem>,
    sidePanels: inOrder(given.flatMap(({ sidePanels = [] }) => sidePanels)),
    talkPanels: inOrder(given.flatMap(({ talkPanels = [] }) => talkPanels)),
    overlays: inOrder(given.flatMap(({ overlays = [] }) => overlays)),
    studioPanels: inOrder(given.flatMap(({ studioPanels = [] }) => studioPanels)),
    missing: all.filter(({ slots }) => slots === null).map(({ name }) => name),
  };
}
