import { createChannelClient } from '@mds-kit/client/channel-client';
import { describe, expect, it } from 'vitest';
import { signingOutTo } from './sign-out.ts';

describe('the addresses that take the partner’s whole page away', () => {
  const client = (signOutUrl: string | null, startUrl = 'https://portal.example/start') =>
    signingOutTo('https://portal.example', {
      ...createChannelClient({ baseUrl: 'https://widgets.example' }),
      signOut: () => Promise.resolve({ signOutUrl }),
      startSignIn: () => Promise.resolve({ startUrl }),
    });

  it.each([null, 'https://portal.example/sign-out/once'])('may be %s', async (address) => {
    expect(await client(address).signOut()).toEqual({ signOutUrl: address });
  });

  it.each([
    'https://evil.example/',
    'https://portal.example.evil.example/',
    'https://portal.example@evil.example/',
    'http://portal.example/',
    'data:text/html,',
  ])('may not be %s', async (address) => {
    await expect(client(address).signOut()).rejects.toMatchObject({ code: 'invalid-answer' });
    await expect(client(null, address).startSignIn()).rejects.toMatchObject({ code: 'invalid-answer' });
  });
});
