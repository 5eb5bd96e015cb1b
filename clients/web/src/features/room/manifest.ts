import type { Feature } from '../../app/feature.ts';
import { texts } from './texts/index.ts';

const manifest: Feature = {
  name: 'room',
  audience: 'everyone',
  routes: ['/rooms/:id'],
  texts,
  loader: () => import('./RoomPage.tsx'),
};
export default manifest;
