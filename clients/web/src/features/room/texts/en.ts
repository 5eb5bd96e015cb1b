export const texts = {
  'room.peak.one': 'up to {count} viewer at once',
  'room.peak.other': 'up to {count} viewers at once',
  'room.about': 'About this show',
  'room.noDescription': 'The streamer has not written anything yet.',
  'room.share': 'Copy link',
  'room.shared': 'Link copied',
  'room.more': 'More to watch',
  'room.back': 'Back to all shows',
  'room.stale': 'Connection lost. Trying again…',
} as const;
