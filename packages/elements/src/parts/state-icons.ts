import type { Shape } from '../icons.ts';

// Of the rarer states: apart from icons.ts, so that a ready bubble does not download them.
export const hourglass: Shape = 'M7 4h10M7 20h10M8 4c0 5 8 6 8 16M16 4c0 5-8 6-8 16';
export const half: Shape = 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M12 4v16';
export const silent: Shape = 'M12 4v9M12 18v.5';
export const minus: Shape = 'M6 12h12';
export const slash: Shape = 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M6.5 17.5l11-11';
export const lock: Shape = 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3';
