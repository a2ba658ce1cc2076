import { Problem } from '@parley/client/api/Problem';
import { useEffect, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import Cropper from 'react-easy-crop';
import 'react-easy-crop/react-easy-crop.css';
import { problemWords } from '@/shared/problem/problemWords';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/Notice';
import { type Purpose, uploadFile } from '@/shared/upload/uploadFile';
import { useWords } from '@/shared/words/useWords';
import { type Area, cutSquare } from './cutSquare';
import css from './PictureForm.module.css';

const MOST_ZOOM = 4;

interface PictureFormProps {
  purpose: Purpose;
  /** Whether there is a picture that can be removed. */
  has: boolean;
  /** Uses what was uploaded, or removes the picture. */
  save(upload: string | null): Promise<void>;
  close(): void;
}

/** Chooses a picture, cuts a square out of it and uploads that. */
export function PictureForm({ purpose, has, save, close }: PictureFormProps) {
  const words = useWords();
  const [picture, setPicture] = useState<string | null>(null);
  const [crop, setCrop] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [area, setArea] = useState<Area | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<Error | null>(null);
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture)), [picture]);

  function choose(files: FileList | null) {
    const file = files?.[0];
    if (!file) return;
    setProblem(null);
    setCrop({ x: 0, y: 0 });
    setZoom(1);
    setPicture(URL.createObjectURL(file));
  }

  function unreadable() {
    setPicture(null);
    setProblem(new Problem(422, 'picture_unreadable', '', false));
  }

  function run(action: () => Promise<void>) {
    setProblem(null);
    setSent(0);
    action()
      .then(close, setProblem)
      .finally(() => setSent(null));
  }

  async function upload() {
    if (picture && area) await save(await uploadFile(purpose, await cutSquare(picture, area), setSent));
  }

  return (
    <div className={css.form}>
      {problem ? <Notice look="problem">{problemWords(problem)}</Notice> : null}
      {picture ? (
        <>
          <div className={css.crop}>
            <Cropper
              image={picture}
              crop={crop}
              zoom={zoom}
              maxZoom={MOST_ZOOM}
              aspect={1}
              disableAutomaticStylesInjection
              onCropChange={setCrop}
              onZoomChange={setZoom}
              onCropComplete={(_, pixels) => setArea(pixels)}
              cropperProps={{ 'aria-label': words('picture.move'), role: 'group' }}
              mediaProps={{ alt: '', onError: unreadable }}
            />
          </div>
          <label className={css.zoom}>
            {words('picture.zoom')}
            <input
              type="range"
              min={1}
              max={MOST_ZOOM}
              step={0.05}
              value={zoom}
              onChange={({ target }) => setZoom(Number(target.value))}
            />
          </label>
        </>
      ) : null}
      {sent === null ? null : (
        <progress className={css.progress} aria-label={words('picture.sending')} max={1} value={sent} />
      )}
      <div className={css.choices}>
        <FileTrigger acceptedFileTypes={['image/*']} onSelect={choose}>
          <Button look={picture ? 'quiet' : 'primary'} isDisabled={sent !== null}>
            {words(picture || has ? 'picture.another' : 'picture.choose')}
          </Button>
        </FileTrigger>
        {has && !picture ? (
          <Button look="quiet" isDisabled={sent !== null} onPress={() => run(() => save(null))}>
            {words('picture.remove')}
          </Button>
        ) : null}
      </div>
      <Answers>
        <Button look="quiet" onPress={close}>
          {words('picture.cancel')}
        </Button>
        {picture ? (
          <Button isDisabled={!area || sent !== null} onPress={() => run(upload)}>
            {words('picture.save')}
          </Button>
        ) : null}
      </Answers>
    </div>
  );
}
