import type { Feature } from '../../app/feature.ts';
import { texts } from './texts/index.ts';

const manifest: Feature = {
  name: 'income',
  audience: ['streamer'],
  signIn: { title: 'income.title', text: 'income.signIn.text' },
  routes: ['/income'],
  navigation: {
    path: '/income',
    label: 'nav.income',
    order: 40,
    place: 'header',
    audienceOnly: true,
    group: 'nav.money',
  },
  texts,
  loader: () => import('./IncomePage.tsx'),
};
export default manifest;
