import type { Session } from '@vitrine/core';
import type { Audience, Feature, Navigation } from './feature.ts';
import { match } from './match.ts';

const manifests = import.meta.glob<Feature>('../features/*/manifest.ts', { eager: true, import: 'default' });

/** Every feature of the page: a folder with a manifest is one. */
export const features: readonly Feature[] = Object.values(manifests);

export interface Found {
  readonly feature: Feature;
  readonly values: Readonly<Record<string, string>>;
}

/** The feature that has a page at this address; null when none has. */
export function featureAt(path: string, among: readonly Feature[] = features): Found | null {
  for (const feature of among) {
    for (const route of feature.routes) {
      const values = match(route, path);
      if (values !== null) return { feature, values };
    }
  }
  return null;
}

export function maySee(session: Session | null, audience: Audience): boolean {
  if (audience === 'everyone') return true;
  if (session === null) return false;
  return audience === 'signedIn' || audience.some((role) => session.roles.includes(role));
}

/** The ways that one place shows to this person. */
export function waysIn(place: Navigation['place'], session: Session | null): readonly Navigation[] {
  return ways()
    .filter(({ way, audience }) => way.place === place && (!way.audienceOnly || maySee(session, audience)))
    .map(({ way }) => way);
}

/** The pages of a group that are for this person. */
export function waysOfGroup(group: string, session: Session): readonly Navigation[] {
  return ways()
    .filter(({ way, audience }) => way.group === group && maySee(session, audience))
    .map(({ way }) => way);
}

function ways(): readonly { readonly way: Navigation; readonly audience: Audience }[] {
  return features
    .flatMap(({ navigation, audience }) => (navigation === undefined ? [] : [{ way: navigation, audience }]))
    .sort((one, other) => one.way.order - other.way.order);
}

/** Whether an address is a page or lies below it. */
export function isAt({ path: way }: Pick<Navigation, 'path'>, path: string): boolean {
  return path === way || (way !== '/' && path.startsWith(`${way}/`));
}
