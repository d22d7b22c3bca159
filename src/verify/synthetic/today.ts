/** The day that synthetic sources are made for; dates lie on both sides of it. */
export const TODAY = '2026-11-27';
