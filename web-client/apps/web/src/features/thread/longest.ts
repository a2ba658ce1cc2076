/** The longest message, in code points after normalization, as the server has it. */
export const LONGEST = 2000;
