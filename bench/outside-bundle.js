// Packages that bring files of WebAssembly beside themselves: in a bundle they would not find them.
export const OUTSIDE_BUNDLE = ['@electric-sql/pglite', 'libpg-query'];
