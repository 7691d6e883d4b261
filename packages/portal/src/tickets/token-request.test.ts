import { TOKEN } from '@mds-kit/contract/openapi/token';
import { describe, expect, it } from 'vitest';
import { readTokenRequest } from './token-request.ts';

const FORM = 'application/x-www-form-urlencoded';
const { properties, required } = TOKEN.requestBody.content[FORM].schema;

/** A form as the document says, without one of its fields. */
function form(without?: string): string {
  const values = Object.entries(properties).map(([name, schema]) => [
    name,
    'const' in schema ? schema.const : 'c'.repeat(43),
  ]);
  return new URLSearchParams(values.filter(([name]) => name !== without)).toString();
}

describe('the form that openapi.json describes', () => {
  it('is read', () => {
    expect(readTokenRequest(FORM, form())).toMatchObject({ challenge: 'c'.repeat(43) });
  });

  it.each(required)('is refused without %s', (name) => {
    expect(() => readTokenRequest(FORM, form(name))).toThrow(`${name} is missing`);
  });

  it('is refused with another word where it names one', () => {
    for (const [name, schema] of Object.entries(properties)) {
      if (!('const' in schema) || name === 'grant_type') continue;
      const wrong = `${form(name)}&${name}=${schema.const}x`;
      expect(() => readTokenRequest(FORM, wrong), name).toThrow(`${name} is not valid`);
    }
  });
});
