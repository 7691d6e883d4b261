import type { BrowserContext } from 'playwright/test';

declare global {
  interface Window {
    tellViolation?: (violation: string) => void;
  }
}

/** What Chromium writes on the console when a policy, Trusted Types or an integrity stopped something. */
const STOPPED = /content security policy|trusted ?(types?|html|script)|integrity/i;

/**
 * Hears of everything that a policy stopped, in every document and frame of this browser context: by the event that
 * the document gets, and by the console, which also knows of frames that never became a document.
 */
export function watchPolicies(context: BrowserContext, tell: (violation: string) => void): void {
  context.on('console', (message) => {
    if (STOPPED.test(message.text())) tell(`${message.page()?.url() ?? '?'} says: ${message.text()}`);
  });
  const setUp = [
    context.exposeBinding('tellViolation', ({ frame }, violation: string) =>
      tell(`${frame.url()}: ${violation}`),
    ),
    context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
        const words = [effectiveDirective, blockedURI, sourceFile, lineNumber, sample].join(' ');
        window.tellViolation?.(words);
      });
    }),
  ];
  // A context that closes while this is under way has no page to hear of.
  for (const step of setUp) step.catch(() => undefined);
}
