/** Made from the sources by manifest.ts. */
declare module 'virtual:custom-elements-manifest' {
  const manifest: object;
  export default manifest;
}
