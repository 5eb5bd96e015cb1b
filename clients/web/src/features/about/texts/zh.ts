import type { texts as english } from './en.ts';

export const texts: Record<keyof typeof english, string> = {
  'about.title': '关于 Vitrine',
  'about.text': 'Vitrine 是团队部署在自己云账户里的直播购物系统。没有直播时，不运行任何服务，也不产生费用。',
  'about.open':
    'Vitrine 是自由软件，采用 Apache License 2.0。播放器为 Shaka Player（Apache License 2.0），界面基于 React（MIT License）。',
  'about.privacy':
    '本页面仅在浏览器中记住语言、音量和传输协议，不使用 Cookie。每次播放使用一个随机数来统计观看人数。',
  'about.keys': '播放器快捷键',
  'about.keys.text': '空格或 K 播放暂停 · M 声音 · F 全屏 · 方向键进退与音量 · L 回到直播 · I 播放信息',
};
