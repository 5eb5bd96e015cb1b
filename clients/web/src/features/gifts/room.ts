import { giftItem } from '@vitrine/core/ledger';
import { lazy } from 'react';
import { loadPart } from '../../app/loadPart.ts';
import type { RoomSlots } from '../../live/slots.ts';
import { GiftBar } from './GiftBar.tsx';
import { GiftLine } from './GiftLine.tsx';

const GiftLayer = lazy(() => loadPart(() => import('./GiftLayer.tsx')));

/** What is given in a room: as a line of the talk, over the picture, and the bar to give from. */
const slots: RoomSlots = {
  items: { [giftItem.name]: { ...giftItem, className: 'gave', Line: GiftLine } },
  talkPanels: [{ order: 10, Panel: GiftBar }],
  overlays: [{ order: 20, on: ['live', 'interrupted'], Overlay: GiftLayer }],
};
export default slots;
