import { TAG_NAMES, TAGS } from '@mds-kit/contract/tags';
import { describe, expect, it } from 'vitest';
import { reserveCss } from './reserve-css.ts';

const [kept = '', withoutScript = ''] = reserveCss().split('@media (scripting: none)');

describe('the style sheet that keeps the tags’ place', () => {
  it.each(TAG_NAMES)('keeps that of <%s> at each width, until it is defined', (tag) => {
    for (const [, height] of TAGS[tag].reserve)
      expect(kept).toContain(
        `${tag}:not(:defined)::before { content: ''; float: left; block-size: ${height}px }`,
      );
  });

  it.each(TAG_NAMES)('keeps none for <%s> where no script will come', (tag) => {
    expect(withoutScript).toContain(`${tag}:not(:defined)::before`);
    expect(withoutScript).toContain('content: none');
  });
});
