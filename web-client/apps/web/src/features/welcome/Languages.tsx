import { Button } from 'react-aria-components';
import { LANGUAGE_CODES, LANGUAGES } from '@/shared/words/languages';
import { useLanguage } from '@/shared/words/useLanguage';
import { useWords } from '@/shared/words/useWords';
import { chooseLanguage } from '@/shared/words/words';
import css from './Languages.module.css';

/** Every language by its own name, so that whoever does not read the one shown finds theirs. */
export function Languages() {
  const words = useWords();
  const { language } = useLanguage();
  return (
    <nav className={css.languages} aria-label={words('welcome.languages')}>
      {LANGUAGE_CODES.map((code) => (
        <Button
          key={code}
          className={css.language ?? ''}
          aria-current={code === language}
          onPress={() => void chooseLanguage(code)}
        >
          <span lang={code}>{LANGUAGES[code]}</span>
        </Button>
      ))}
    </nav>
  );
}
