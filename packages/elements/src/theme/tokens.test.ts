import { expect } from '@open-wc/testing';
import { css } from 'lit';
import { tokens } from './tokens.ts';

describe('tokens', () => {
  it('take a page’s value from anywhere around the tag, and its own otherwise', () => {
    const element = document.createElement('div');
    const root = element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [
      tokens,
      css`
        p {
          color: var(--_text);
        }
      `,
    ].flatMap(({ styleSheet }) => styleSheet ?? []);
    root.append(document.createElement('p'));
    const around = document.createElement('div');
    around.append(element);
    document.body.append(around);
    const colour = () => getComputedStyle(root.querySelector('p') ?? element).color;
    element.setAttribute('theme', 'light');
    expect(colour()).to.equal('rgb(27, 31, 36)');
    element.setAttribute('theme', 'dark');
    expect(colour()).to.equal('rgb(236, 239, 243)');
    around.style.setProperty('--mds-text', '#123456');
    expect(colour()).to.equal('rgb(18, 52, 86)');
    around.remove();
  });
});
