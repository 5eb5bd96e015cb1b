import type { Feature } from '../../app/feature.ts';
import { texts } from './texts/index.ts';

const manifest: Feature = {
  name: 'audit',
  audience: ['auditor'],
  signIn: { title: 'audit.title', text: 'audit.signIn.text' },
  routes: ['/audit', '/audit/accounts/:id'],
  navigation: {
    path: '/audit',
    label: 'nav.audit',
    order: 60,
    place: 'header',
    audienceOnly: true,
    group: 'nav.money',
  },
  texts,
  loader: () => import('./AuditPage.tsx'),
};
export default manifest;
