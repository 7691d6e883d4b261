import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openApi } from './openapi.ts';
import { OPERATIONS } from './openapi/operations.ts';

describe('openapi.json', () => {
  it('is what the schemas say (else: node packages/contract/scripts/write-openapi.ts)', () => {
    const written = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) as unknown;
    expect(written).toEqual(openApi());
  });

  it('points to nothing that is not there', () => {
    const document = openApi();
    const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(pointers.length).toBeGreaterThan(10);
    for (const pointer of pointers) {
      const target = pointer
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
      expect(target, pointer).toBeDefined();
    }
  });

  it('describes each path parameter and demands the partner where somebody’s data may be', () => {
    for (const { path, parameters = [], public: isPublic, session } of OPERATIONS) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(parameters.map(({ name }) => name)).toEqual(names);
      expect(isPublic === true && session === true).toBe(false);
    }
  });
});
