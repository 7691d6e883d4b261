import { expect } from '@open-wc/testing';
import { FrameInit, TOKENS } from '@mds-kit/contract/embedding';
import { TAG_NAMES } from '@mds-kit/contract/tags';
import fc from 'fast-check';
import { langOf, surroundingsOf } from './surroundings.ts';

const text = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.constantFrom(
    'fr',
    'en-GB',
    'fr-x-falc',
    'zh-cmn-Hans-CN-x-y',
    'dark',
    'light',
    'auto',
    '#FFFFFF',
    '#fff',
    '12px',
  ),
  fc.constantFrom(
    '123px',
    '1e3px',
    'url(//evil.example)',
    '#12345g',
    'expression(1)',
    'red',
    '-4px',
    ' #0f6cbd ',
  ),
);

describe('what a frame is told of its surroundings', () => {
  let element: HTMLElement;
  const { warn } = console;
  let said: string[];
  beforeEach(() => {
    said = [];
    console.warn = (...words) => said.push(words.join(' '));
    element = document.createElement('div');
    document.body.append(element);
  });
  afterEach(() => {
    console.warn = warn;
    element.remove();
  });

  it('is always something that the frame accepts, whatever the page says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TAG_NAMES),
        fc.dictionary(fc.constantFrom('lang', 'theme', 'domain', 'heading-level', 'title'), text),
        fc.dictionary(fc.constantFrom(...TOKENS, '--mds-unknown', '--secret'), text),
        (tag, attributes, tokens) => {
          for (const { name } of [...element.attributes]) element.removeAttribute(name);
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          for (const [name, value] of Object.entries(tokens)) element.style.setProperty(name, value);
          const init = { mds: 1, type: 'init', tag, ...surroundingsOf(element) };
          return FrameInit.safeParse(init).success;
        },
      ),
    );
  });

  it('tells the developer once of a value that is not taken', () => {
    element.style.setProperty('--mds-gap', '1rem');
    element.style.setProperty('--mds-radius', '4px');
    const { tokens } = surroundingsOf(element);
    surroundingsOf(element);
    expect(tokens).to.deep.equal({ '--mds-radius': '4px' });
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('--mds-gap: 1rem');
  });

  it('finds the nearest language, out of shadow roots too', () => {
    const inner = document.createElement('div');
    element.lang = 'en';
    element.attachShadow({ mode: 'open' }).append(inner);
    expect(langOf(inner)).to.equal('en');
    inner.lang = 'fr-x-falc';
    expect(langOf(inner)).to.equal('fr-x-falc');
  });

  it('takes the page for light unless it says otherwise', () => {
    const themeOf = () => surroundingsOf(element).theme;
    expect(themeOf()).to.equal('light');
    element.style.colorScheme = 'light dark';
    expect(themeOf()).to.equal('auto');
    element.style.colorScheme = 'dark';
    expect(themeOf()).to.equal('dark');
    element.setAttribute('theme', 'light');
    expect(themeOf()).to.equal('light');
  });
});
