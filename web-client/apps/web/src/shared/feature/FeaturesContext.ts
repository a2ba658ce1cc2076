import { createContext } from 'react';
import type { Feature } from './Feature';

export const FeaturesContext = createContext<readonly Feature[]>([]);
