import type { Role, Session } from '@vitrine/core';
import type { ComponentType } from 'react';
import type { RoomSlots } from '../live/slots.ts';
import type { Texts } from './words.ts';

/** A role that a person has to be given; every signed-in person is a viewer. */
export type GivenRole = Exclude<Role, 'viewer'>;

/** Who may see the pages of a feature: whoever has one of the roles, of which the first is the usual. The server decides again. */
export type Audience = 'everyone' | 'signedIn' | readonly [GivenRole, ...GivenRole[]];

export interface PageProps {
  readonly path: string;
  /** Of the route: `/rooms/:id` at `/rooms/7` has `id`. */
  readonly values: Readonly<Record<string, string>>;
}

export interface GuardedPageProps extends PageProps {
  readonly session: Session;
}

/** How one gets to a feature. Labels are keys of the feature's `texts/shell.*.ts`. */
export interface Navigation {
  readonly path: string;
  readonly label: string;
  /** From left to right. */
  readonly order: number;
  readonly place: 'header' | 'footer';
  /** Without it, the way is shown to everybody; with it, to the audience once it is signed in. */
  readonly audienceOnly?: boolean;
  /** A name of the house's icons, or the path of an icon on a 24 grid. */
  readonly icon?: string;
  /** Pages of one group lead to each other by tabs; the label of the group. */
  readonly group?: string;
}

/** What is said before a page asks who one is: keys of the feature's own texts. */
export interface SignInWords {
  readonly title: string;
  readonly text: string;
  readonly hint?: string;
}

interface Part {
  /** The name of its folder. */
  readonly name: string;
  readonly texts: Texts;
  readonly navigation?: Navigation;
  /** What it adds to a room. */
  readonly room?: () => Promise<{ readonly default: RoomSlots }>;
}

/** A feature whose pages everybody may see, or that has none. */
export interface OpenFeature extends Part {
  readonly audience: 'everyone';
  /** Every address of its pages; parts such as `:id` stand for anything. */
  readonly routes: readonly string[];
  readonly loader?: () => Promise<{ readonly default: ComponentType<PageProps> }>;
}

/** A feature whose pages are behind a sign-in. */
export interface GuardedFeature extends Part {
  readonly audience: Exclude<Audience, 'everyone'>;
  readonly routes: readonly string[];
  readonly signIn: SignInWords;
  readonly loader: () => Promise<{ readonly default: ComponentType<GuardedPageProps> }>;
}

export type Feature = OpenFeature | GuardedFeature;
