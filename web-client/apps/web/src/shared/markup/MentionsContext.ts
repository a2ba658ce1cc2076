import { createContext } from 'react';

/** What stands in a text for someone whom it mentions, with who that is. */
export const MentionsContext = createContext<ReadonlyMap<string, string>>(new Map());
