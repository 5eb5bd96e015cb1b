import { ordinaryLatencySeconds, targetLatencySeconds } from '@vitrine/core/rooms';

/** Shaka measures its target from the live edge it lets one seek to, which an origin places behind the camera as it likes. */
const usualEdgeSeconds = 1.5;
export const firstEdgeTargetSeconds = targetLatencySeconds - usualEdgeSeconds;
const leastEdgeTargetSeconds = 0.2;
/** The edge of HLS advances in steps: only its average says where it is. */
const smoothing = 0.08;
const worthTellingSeconds = 0.1;

/** Turns the latency wanted behind the camera into the one Shaka steers to behind its edge. */
export class Steering {
  private wantedSeconds: number = targetLatencySeconds;
  private edgeSeconds = usualEdgeSeconds;
  private told = firstEdgeTargetSeconds;

  /** From now on at the ordinary distance from the camera. */
  relax(): void {
    this.wantedSeconds = ordinaryLatencySeconds;
  }

  /** For a player that was told nothing yet. */
  anew(): Steering {
    const steering = new Steering();
    steering.wantedSeconds = this.wantedSeconds;
    return steering;
  }

  /** The new target, or null while the last one still serves. */
  target(latencySeconds: number, behindEdgeSeconds: number): number | null {
    this.edgeSeconds += smoothing * (latencySeconds - behindEdgeSeconds - this.edgeSeconds);
    const wanted = Math.max(leastEdgeTargetSeconds, this.wantedSeconds - this.edgeSeconds);
    if (Math.abs(wanted - this.told) < worthTellingSeconds) return null;
    this.told = wanted;
    return wanted;
  }
}
