export type { Bilingual, Language } from "./bilingual.ts";
export { later } from "./later.ts";
export type { Quote, Where } from "./where.ts";
export { foldText, isJapanese, normalise } from "./normalise.ts";
export type { NormalisedText } from "./normalise.ts";
