import type { Session } from '@vitrine/core';
import { describe, expect, it } from 'vitest';
import { featureAt, features, isAt, maySee, waysIn, waysOfGroup } from './features.ts';

const signedIn = (...roles: string[]): Session => ({
  subject: 'ann-lee',
  name: 'Ann Lee',
  roles,
  token: 'secret',
  expiresAt: 0,
});
const paths = (ways: readonly { readonly path: string }[]) => ways.map(({ path }) => path);

describe('manifests', () => {
  const folders = Object.keys(import.meta.glob('../features/*/*'))
    .map((path) => path.split('/')[2]!)
    .filter((name, i, all) => all.indexOf(name) === i);

  it('every folder of a feature has one, with the name of the folder', () => {
    expect(features.map(({ name }) => name).sort()).toEqual(folders.sort());
  });

  it('no two features have a page at the same address', () => {
    const example = (route: string) => route.replace(/:\w+/g, 'x');
    for (const feature of features) {
      for (const route of feature.routes) {
        const others = features.filter((each) => each !== feature);
        expect(featureAt(example(route), others)?.feature.name, route).toBeUndefined();
      }
    }
  });

  it('a way leads to a page of its feature', () => {
    for (const { name, navigation, routes } of features)
      if (navigation !== undefined) expect(routes, name).toContain(navigation.path);
  });
});

describe('the way to pages', () => {
  it.each([
    [[], ['/wallet']],
    [['streamer'], ['/wallet', '/income']],
    [['operator'], ['/wallet', '/reviews']],
    [
      ['auditor', 'streamer'],
      ['/wallet', '/income', '/audit'],
    ],
  ])('somebody who is %j sees %j of the pages of money', (roles, expected) => {
    expect(paths(waysOfGroup('nav.money', signedIn(...roles)))).toEqual(expected);
  });

  it('the header shows everybody the same, and more to whom a page is for', () => {
    expect(paths(waysIn('header', null))).toEqual(['/', '/studio', '/wallet']);
    expect(paths(waysIn('header', signedIn('operator')))).toEqual(['/', '/studio', '/wallet', '/reviews']);
  });

  it('asks for the role itself, not for one like it', () => {
    expect(maySee(signedIn('operators', 'Auditor'), ['operator', 'auditor'])).toBe(false);
    expect(maySee(signedIn('auditor'), ['operator', 'auditor'])).toBe(true);
  });

  it('knows the addresses below a page', () => {
    const audit = { path: '/audit' };
    expect(['/audit', '/audit/accounts/7', '/audits', '/'].map((path) => isAt(audit, path))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isAt({ path: '/' }, '/about')).toBe(false);
  });
});
