import { createContext } from 'react';

/** Whether what is shown is in a thread beside its conversation. */
export const InThreadContext = createContext(false);
