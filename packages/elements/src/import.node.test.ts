import { describe, expect, it } from 'vitest';

describe('under Node', () => {
  it.each([
    ['./rights-overview/define.ts'],
    ['./rights-bubble/define.ts'],
    ['./sign-in/define.ts'],
    ['./access-log/define.ts'],
    ['./salary-timeline/define.ts'],
    ['./portal-context.ts'],
    ['./locale/locale.ts'],
  ])('%s can be imported: nothing touches a page before an element stands in one', async (path) => {
    await expect(import(path)).resolves.toBeDefined();
  });
});
