/**
 * The key with which this invented fund signs. Its public half stands in packages/sandbox/data/partners.yaml, and nowhere
 * else: it opens nothing outside the sandbox. A real fund makes its own, and keeps it where only its server reads it.
 */
export const CAF_KEY = {
  kty: 'OKP',
  crv: 'Ed25519',
  kid: 'caf-exemple-2026',
  x: 'Phb3RgQ5D5CjFYHnN9MFyrBRVKUDhdPfCYgHrwIvoew',
  d: 'yJx0hYLMc8S4vaLXyjj5yPMClLz3frP5sAu5RZdgP_4',
} as const;
