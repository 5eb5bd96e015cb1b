export const texts = {
  'about.title': 'About Vitrine',
  'about.text':
    'Vitrine is live-stream shopping that a team deploys into its own cloud account. Nothing runs, and nothing is paid for, when nobody is live.',
  'about.open':
    'Vitrine is free software under the Apache License 2.0. The player is Shaka Player, Apache License 2.0; the interface is built with React, MIT License.',
  'about.privacy':
    'This page remembers your language, volume and delivery in this browser and sets no cookies. A random number per playback counts viewers.',
  'about.keys': 'Keys of the player',
  'about.keys.text':
    'Space or K play and pause · M sound · F full screen · arrows seek and volume · L live edge · I statistics',
} as const;
