import type { Feature } from '../../app/feature.ts';
import { texts } from './texts/index.ts';

const manifest: Feature = {
  name: 'studio',
  audience: ['streamer', 'operator'],
  signIn: { title: 'studio.signIn.title', text: 'studio.signIn.text', hint: 'studio.signIn.hint' },
  routes: ['/studio', '/studio/new', '/studio/rooms/:id'],
  navigation: { path: '/studio', label: 'nav.studio', order: 20, place: 'header', icon: 'camera' },
  texts,
  loader: () => import('./StudioPage.tsx'),
};
export default manifest;
