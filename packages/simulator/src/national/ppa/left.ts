import { together } from '../../unknown/because.ts';
import { because, between, highest, lowest, type Num } from '../../unknown/num.ts';

/**
 * What is left of the *montant forfaitaire* and the kept share of the earnings after all resources, which are taken to
 * be that amount at least (CSS, art. L842-3): scale + slope × earned − max(earned + rest, scale).
 *
 * Seen as a function of what is earned it rises by the slope until all resources reach the scale, and falls by the rest of
 * each euro from there on. Earnings come in three times: bounds of each term would be far from those of the whole, so
 * that an unknown pay would say nothing.
 */
export function leftBesideEarnings(scale: Num, earned: Num, rest: Num, slope: number): Num {
  const left = (room: number, pay: number) => Math.min(slope * pay, room - (1 - slope) * pay);
  if (typeof scale === 'number' && typeof earned === 'number' && typeof rest === 'number') {
    return left(scale - rest, earned);
  }
  const roomiest = highest(scale) - lowest(rest);
  const narrowest = lowest(scale) - highest(rest);
  const best = Math.min(Math.max(roomiest, lowest(earned)), highest(earned));
  const worst = Math.min(left(narrowest, lowest(earned)), left(narrowest, highest(earned)));
  return between(
    worst,
    left(roomiest, best),
    together(because(scale), together(because(earned), because(rest))),
  );
}
