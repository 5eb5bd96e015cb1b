import { lazy } from 'react';
import { loadPart } from '../../app/loadPart.ts';
import type { RoomSlots } from '../../live/slots.ts';
import { ChatPanel, RoomChat } from './ChatPanel.tsx';

const Danmaku = lazy(() => loadPart(() => import('./DanmakuLayer.tsx')));
const ModerationPanel = lazy(() => loadPart(() => import('./ModerationPanel.tsx')));

/** What is said in a room: beside the picture, over it, and in the streamer's console with the means to keep order. */
const slots: RoomSlots = {
  sidePanels: [{ order: 10, Panel: RoomChat }],
  overlays: [{ order: 10, on: ['live', 'replay'], Overlay: Danmaku }],
  studioPanels: [
    { order: 10, ownersOnly: false, Panel: ChatPanel },
    { order: 20, ownersOnly: true, Panel: ModerationPanel },
  ],
};
export default slots;
