import { Suspense } from 'react';
import { LoadBoundary } from '../app/LoadBoundary.tsx';
import { useSlots, type OverlayProps, type Showing } from './slots.ts';

/** What features lay over the stage. One that breaks is gone; the picture goes on. */
export function Overlays({ on, ...props }: OverlayProps & { readonly on: Showing }) {
  return useSlots()
    .overlays.filter((overlay) => overlay.on.includes(on))
    .map(({ order, Overlay }) => (
      <LoadBoundary key={order} fallback={null}>
        <Suspense>
          <Overlay {...props} />
        </Suspense>
      </LoadBoundary>
    ));
}
