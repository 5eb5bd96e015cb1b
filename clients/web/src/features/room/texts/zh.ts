import type { texts as english } from './en.ts';

export const texts: Record<keyof typeof english, string> = {
  'room.peak.one': '最高{count}人同时观看',
  'room.peak.other': '最高{count}人同时观看',
  'room.about': '直播介绍',
  'room.noDescription': '主播还没有填写介绍。',
  'room.share': '复制链接',
  'room.shared': '链接已复制',
  'room.more': '更多精彩',
  'room.back': '返回全部直播',
  'room.stale': '连接中断，正在重试…',
};
