/** How custom-elements.json is read out of the elements' sources: their JSDoc is the one place where they are documented. */

const HIDDEN = new Set(['private', 'protected']);

/** Each tag is defined in a file of its own (define.ts), by a function that the analyzer does not know. */
const tagsByClass = () => {
  const tags = new Map();
  return {
    name: 'tags-by-class',
    collectPhase({ ts, node }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineOnce') return;
      const [tag, element] = node.arguments;
      if (ts.isStringLiteralLike(tag)) tags.set(element.getText(), tag.text);
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations } of customElementsManifest.modules)
        for (const declaration of declarations) {
          const tagName = tags.get(declaration.name);
          if (tagName) Object.assign(declaration, { tagName, customElement: true });
        }
    },
  };
};

/** What is private, or marked `@internal`, is nobody's business; lifecycle methods are documented by Lit. */
const publicOnly = () => ({
  name: 'public-only',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const internal = new Set(
      node.members
        .filter((member) => ts.getJSDocTags(member).some((tag) => tag.tagName.text === 'internal'))
        .map((member) => member.name?.getText()),
    );
    const declaration = moduleDoc.declarations.find((one) => one.name === node.name?.getText());
    if (!declaration) return;
    const shown = (member) => !internal.has(member.fieldName ?? member.name);
    declaration.members = declaration.members?.filter(shown);
    declaration.attributes = declaration.attributes?.filter(shown);
  },
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules)
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter(
          (member) => !HIDDEN.has(member.privacy) && !/^[_#]/.test(member.name) && !member.static,
        );
        // The analyzer also guesses events from `new MdsErrorEvent(code)`, and takes `code` for the name.
        declaration.events = declaration.events?.filter(({ description }) => description);
      }
  },
});

export default {
  globs: ['packages/elements/src/mds-element.ts', 'packages/elements/src/*/{*-*,define}.ts'],
  exclude: ['**/*.test.ts', '**/*.styles.ts'],
  outdir: '.build/custom-elements',
  litelement: true,
  packagejson: false,
  plugins: [tagsByClass(), publicOnly()],
};
