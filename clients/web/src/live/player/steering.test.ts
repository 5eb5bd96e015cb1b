import { targetLatencySeconds } from '@vitrine/core/rooms';
import { expect, it } from 'vitest';
import { firstEdgeTargetSeconds, Steering } from './steering.ts';

/** The target after a minute with an edge that lies `edgeSeconds` behind the camera. */
function settled(edgeSeconds: number): number {
  const steering = new Steering();
  let target = firstEdgeTargetSeconds;
  for (let step = 0; step < 240; step++) target = steering.target(edgeSeconds + 1, 1) ?? target;
  return target;
}

it('the edge and the distance to it add up to the wanted latency', () => {
  for (const edge of [0.4, 1, 1.5, 1.9]) expect(edge + settled(edge)).toBeCloseTo(targetLatencySeconds, 0);
});

it('an edge beyond the wanted latency is followed closely, never overtaken', () => {
  expect(settled(4)).toBeCloseTo(0.2, 1);
});

it('an edge where it is expected changes nothing', () => {
  expect(new Steering().target(2.2, 0.7)).toBeNull();
});
