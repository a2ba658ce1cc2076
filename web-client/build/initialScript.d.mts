import type { Plugin } from 'vite';

export function initialScript(): Plugin;
