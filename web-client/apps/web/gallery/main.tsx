import { createRoot } from 'react-dom/client';
import { App } from '@/app/App';
import { chooseTheme, isTheme } from '@/shared/theme/theme';
import { isLanguage } from '@/shared/words/languages';
import { chooseLanguage } from '@/shared/words/words';
import { Contents } from './Contents';
import { FakeServer } from './FakeServer';
import { scenes } from './scenes';
import { talks } from './talks';
import '@/app/theme.css';

// One screen of Parley in front of a server that only plays one: ?scene=conversation&language=ar&theme=dark. Without a scene, all of them.
const query = new URLSearchParams(window.location.search);
const [name, language, theme] = ['scene', 'language', 'theme'].map((each) => query.get(each));
localStorage.clear();
sessionStorage.clear();
for (const { name: database } of await indexedDB.databases())
  if (database) indexedDB.deleteDatabase(database);
await chooseLanguage(isLanguage(language) ? language : 'en');
chooseTheme(isTheme(theme) ? theme : 'system');

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');
const scene = name ? scenes[name] : undefined;
if (scene) {
  const server = new FakeServer(talks(language === 'ar' ? 'ar' : 'en'));
  scene.set?.(server);
  server.install();
  window.location.hash = scene.hash;
  createRoot(root).render(<App />);
  await scene.play?.(server);
  document.documentElement.dataset.ready = name ?? '';
} else {
  createRoot(root).render(<Contents names={Object.keys(scenes)} />);
  document.documentElement.dataset.ready = 'contents';
}
