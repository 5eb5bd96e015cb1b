import type { texts as english } from './en.ts';

export const texts: Record<keyof typeof english, string> = {
  'signedIn.coming': '正在登录…',
  'signedIn.refused.title': '未能登录',
  'signedIn.refused.denied': '登录没有完成。',
  'signedIn.refused.other': '登录结果与本窗口的请求不符，请重新登录。',
  'signedIn.again': '重新登录',
};
