import type { Feature } from '../../app/feature.ts';
import { texts } from './texts/index.ts';

const manifest: Feature = {
  name: 'gifts',
  audience: 'everyone',
  routes: [],
  texts,
  room: () => import('./room.ts'),
};
export default manifest;
