import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { bans } from './bans.ts';

/** How many times the linter objects to a piece of code. */
function objections(code: string): number {
  const messages = new Linter().verify(
    code,
    {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser },
      rules: {
        'no-restricted-syntax': ['error', ...bans.markup, ...bans.clock, ...bans.tests],
        'no-restricted-globals': ['error', ...bans.storage, ...bans.node],
        'no-restricted-properties': ['error', ...bans.storageOfWindow],
      },
    },
    'a.ts',
  );
  return messages.filter((message) => message.ruleId !== null).length;
}

describe('the bans', () => {
  it.each([
    ['element.innerHTML = text;'],
    ['element["outerHTML"] = text;'],
    ['element.insertAdjacentHTML("beforeend", text);'],
    ['document.write(text);'],
    ["import { unsafeHTML } from 'lit/directives/unsafe-html.js';"],
    ["import { unsafeCSS as css } from 'lit';"],
    ["import { styleMap } from 'lit/directives/style-map.js';"],
    ['html`<p class="a" style="color: red">${words}</p>`;'],
    ['html`<p style=${color}>${words}</p>`;'],
    ['svg`<g\n  style=${color}></g>`;'],
    ['element.setAttribute("style", color);'],
    ['localStorage.setItem("a", "b");'],
    ['window.sessionStorage.clear();'],
    ['globalThis.indexedDB.open("a");'],
    ['caches.open("a");'],
    ['process.exit(1);'],
    ['Date.now();'],
    ['new Date();'],
    ['describe.only("a", () => {});'],
    ['it.skip("a", () => {});'],
    ['xit("a", () => {});'],
  ])('object to %s', (code) => {
    expect(objections(code)).toBe(1);
  });

  it.each([
    ['element.textContent = text;'],
    ['html`<p class="style" part="style">style: ${words}</p>`;'],
    ['css`:host { font-style: normal; }`;'],
    ['new Date("2026-11-01");'],
    ['Date.parse("2026-11-01");'],
    ['describe("only", () => {});'],
  ])('let %s be', (code) => {
    expect(objections(code)).toBe(0);
  });
});
