import { Suspense } from 'react';
import { BrokenPart, LoadBoundary } from '../app/LoadBoundary.tsx';
import type { InRoomProps, RoomPanel } from './slots.ts';

/** What features put in one place of a room. One that breaks says so, and the others go on. */
export function Panels({ panels, ...props }: InRoomProps & { readonly panels: readonly RoomPanel[] }) {
  return panels.map(({ order, Panel }) => (
    <LoadBoundary key={order} fallback={<BrokenPart />}>
      <Suspense>
        <Panel {...props} />
      </Suspense>
    </LoadBoundary>
  ));
}
