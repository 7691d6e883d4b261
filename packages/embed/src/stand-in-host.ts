/** For tests: remembers what stand-in-host.html was told by the browser, before the script of the kit runs. */
export interface Noted {
  readonly violations: string[];
  readonly warnings: string[];
  readonly errors: string[];
}

declare global {
  interface Window {
    noted?: Noted;
  }
}

const noted: Noted = { violations: [], warnings: [], errors: [] };
window.noted = noted;
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
  noted.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`),
);
addEventListener('error', ({ message }) => noted.errors.push(message));
addEventListener('unhandledrejection', ({ reason }) => noted.errors.push(String(reason)));
console.warn = (...words) => noted.warnings.push(words.join(' '));
console.error = (...words) => noted.errors.push(words.join(' '));
