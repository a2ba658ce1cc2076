/** In place of the checks of formats of the library that checks what is received (`vite.config.ts`): the contracts' are not checked. */
export const format = {};
