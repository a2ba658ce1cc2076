import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { restoreTheme } from '@/shared/theme/theme';
import { restoreLanguage } from '@/shared/words/words';
import { App } from './App';
import { fetchLater } from './fetchLater';
import './theme.css';

restoreTheme();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');
await restoreLanguage();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
fetchLater();
