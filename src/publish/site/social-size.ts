/** Pixels; the shape that Open Graph readers show without cutting (https://ogp.me/, 1.91 : 1). */
export const SOCIAL_SIZE = { width: 1200, height: 630 } as const;
