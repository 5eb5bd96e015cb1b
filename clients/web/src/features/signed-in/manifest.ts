import type { Feature } from '../../app/feature.ts';
import { texts } from './texts/index.ts';

/** Where an issuer with pages of its own sends people back to. */
const manifest: Feature = {
  name: 'signed-in',
  audience: 'everyone',
  routes: ['/signed-in'],
  texts,
  loader: () => import('./SignedInPage.tsx'),
};
export default manifest;
