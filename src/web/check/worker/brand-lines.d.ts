/** Made by scripts/build-web.ts out of the compiled registry: the brands as lines (`packBrand`), without what is computed of them. */
declare module "virtual:brand-lines" {
  export const brandLines: string;
  export const commonWords: readonly string[];
  export const version: string;
}
