import type { Feature } from '../../app/feature.ts';
import { texts } from './texts/index.ts';

const manifest: Feature = {
  name: 'reviews',
  audience: ['operator'],
  signIn: { title: 'review.title', text: 'review.signIn.text' },
  routes: ['/reviews'],
  navigation: {
    path: '/reviews',
    label: 'nav.reviews',
    order: 50,
    place: 'header',
    audienceOnly: true,
    group: 'nav.money',
  },
  texts,
  loader: () => import('./ReviewsPage.tsx'),
};
export default manifest;
