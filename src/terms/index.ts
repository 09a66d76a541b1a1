export type { Bilingual, Language } from "./bilingual.ts";
export type { Quote, Where } from "./where.ts";
