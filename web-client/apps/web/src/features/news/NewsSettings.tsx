import { useState } from 'react';
import { useStore } from 'zustand';
import { chooseNews, mayPopUp, newsChoices } from '@/shared/news/newsChoices';
import { Check } from '@/shared/ui/Check';
import { useWords } from '@/shared/words/useWords';
import css from './NewsSettings.module.css';

/** How this device tells of what arrives. */
export function NewsSettings() {
  const words = useWords();
  const { sound, popUp } = useStore(newsChoices);
  const [refused, setRefused] = useState(false);

  async function choosePopUp(wished: boolean) {
    const granted = !wished || mayPopUp() || (await Notification.requestPermission()) === 'granted';
    setRefused(!granted);
    chooseNews({ popUp: wished && granted });
  }

  return (
    <section className={css.news} aria-labelledby="news-settings">
      <h2 id="news-settings">{words('news.title')}</h2>
      <Check isSelected={sound} onChange={(wished) => chooseNews({ sound: wished })}>
        {words('news.sound')}
      </Check>
      {typeof Notification === 'undefined' ? null : (
        <Check isSelected={popUp && mayPopUp()} onChange={(wished) => void choosePopUp(wished)}>
          {words('news.pop-up')}
        </Check>
      )}
      {refused ? <p role="alert">{words('news.refused')}</p> : null}
      <p className={css.how}>{words('news.how')}</p>
    </section>
  );
}
