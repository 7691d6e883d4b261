import { isCode } from './guards.ts';

/**
 * Takes the one-time handover code off the page's address, so that it is in no history entry, bookmark or referrer.
 * Other scripts may have read it before: it is bound to a cookie that only our frame has.
 */
export function takeHandover(): string | undefined {
  const [address = '', fragment = ''] = location.href.split('#');
  const [name, code = ''] = fragment.split('=');
  if (name !== 'mds-handover') return;
  history.replaceState(history.state, '', address);
  return isCode(code) ? code : undefined;
}
