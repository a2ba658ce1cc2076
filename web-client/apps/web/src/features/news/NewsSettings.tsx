import { useState } from 'react';
import { useStore } from 'zustand';
import { chooseNews, mayPopUp, newsChoices } from '@/shared/news/newsChoices';
import { Check } from '@/shared/ui/Check';
import css from '@/shared/ui/SettingsCard.module.css';
import { useWords } from '@/shared/words/useWords';

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
    <section className={css.card} aria-labelledby="news-settings">
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
