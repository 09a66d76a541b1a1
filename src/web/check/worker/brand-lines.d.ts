/** Made by scripts/build-web.ts out of the compiled registry: the brands (`packColumns`), without what is computed of them. */
declare module "virtual:brand-lines" {
  export const brandColumns: string;
  export const commonWords: readonly string[];
  export const version: string;
}
