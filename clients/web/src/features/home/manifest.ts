import type { Feature } from '../../app/feature.ts';
import { texts } from './texts/index.ts';

const manifest: Feature = {
  name: 'home',
  audience: 'everyone',
  routes: ['/'],
  navigation: { path: '/', label: 'nav.home', order: 10, place: 'header' },
  texts,
  loader: () => import('./HomePage.tsx'),
};
export default manifest;
