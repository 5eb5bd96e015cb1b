import type { Feature } from '../../app/feature.ts';
import { texts } from './texts/index.ts';

const manifest: Feature = {
  name: 'wallet',
  audience: 'signedIn',
  signIn: { title: 'wallet.signIn.title', text: 'wallet.signIn.text' },
  routes: ['/wallet'],
  navigation: {
    path: '/wallet',
    label: 'nav.wallet',
    order: 30,
    place: 'header',
    icon: 'coin',
    group: 'nav.money',
  },
  texts,
  loader: () => import('./WalletPage.tsx'),
};
export default manifest;
