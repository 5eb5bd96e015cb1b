import type { Feature } from '../../app/feature.ts';
import { texts } from './texts/index.ts';

const manifest: Feature = {
  name: 'about',
  audience: 'everyone',
  routes: ['/about'],
  navigation: { path: '/about', label: 'nav.about', order: 10, place: 'footer' },
  texts,
  loader: () => import('./AboutPage.tsx'),
};
export default manifest;
