import type { FilePlace } from '@parley/client/conversation/ChatState';
import type { AttachedFile } from '@parley/client/conversation/content';
import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { saveFile } from './saveFile';
import { thumbhashUrl } from './thumbhashUrl';
import { useFileUrl } from './useFileUrl';
import css from './Viewer.module.css';

const STEPS = [1, 1.5, 2, 3, 4, 6];
const SWIPE = 60;

interface ViewerProps {
  images: readonly AttachedFile[];
  place(file: AttachedFile): FilePlace;
  first: number;
  title: string;
  done(): void;
}

/** Shows the pictures of a message one by one, as large as there is room, and larger. */
export function Viewer({ images, place, first, title, done }: ViewerProps) {
  const words = useWords();
  const [at, setAt] = useState(first);
  const [step, setStep] = useState(0);
  const from = useRef<number | null>(null);
  const image = images[at];
  if (!image) return null;
  const zoom = STEPS[step] ?? 1;
  const rtl = document.documentElement.dir === 'rtl';

  function move(by: number) {
    const next = at + by;
    if (next < 0 || next >= images.length) return;
    setAt(next);
    setStep(0);
  }

  function zoomBy(by: number) {
    setStep((before) => Math.min(STEPS.length - 1, Math.max(0, before + by)));
  }

  function press(event: KeyboardEvent) {
    const does: Record<string, () => void> = {
      ArrowLeft: () => move(rtl ? 1 : -1),
      ArrowRight: () => move(rtl ? -1 : 1),
      '+': () => zoomBy(1),
      '=': () => zoomBy(1),
      '-': () => zoomBy(-1),
      '0': () => setStep(0),
    };
    const what = does[event.key];
    if (!what || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    what();
  }

  function swiped(event: PointerEvent) {
    const moved = event.clientX - (from.current ?? event.clientX);
    from.current = null;
    if (step === 0 && Math.abs(moved) > SWIPE) move(moved < 0 === rtl ? -1 : 1);
  }

  return (
    <ModalOverlay isOpen onOpenChange={done} isDismissable className={css.overlay ?? ''}>
      <Modal className={css.modal ?? ''}>
        <Dialog className={css.dialog ?? ''} aria-label={title}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the dialog as a whole */}
          <div className={css.all} onKeyDown={press}>
            <div className={css.head}>
              <bdi className={css.name}>{image.name}</bdi>
              {images.length > 1 ? (
                <span className={css.count}>
                  {words('attachments.of', { at: at + 1, count: images.length })}
                </span>
              ) : null}
              <IconButton
                icon={ZoomOut}
                label={words('attachments.zoom-out')}
                onPress={() => zoomBy(-1)}
                isDisabled={step === 0}
              />
              <IconButton
                icon={ZoomIn}
                label={words('attachments.zoom-in')}
                onPress={() => zoomBy(1)}
                isDisabled={step === STEPS.length - 1}
              />
              <IconButton
                icon={Download}
                label={words('attachments.save', { name: image.name })}
                onPress={() => void saveFile({ ...place(image), variant: 'original' })}
              />
              <IconButton icon={X} label={words('ui.close')} onPress={done} autoFocus />
            </div>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys and buttons of the dialog do the same */}
            <div
              className={css.stage}
              onPointerDown={({ clientX }) => {
                from.current = clientX;
              }}
              onPointerUp={swiped}
              onDoubleClick={() => setStep((before) => (before === 0 ? 2 : 0))}
            >
              <Large key={image.id} image={image} place={place(image)} zoom={zoom} />
            </div>
            {at > 0 ? (
              <span className={css.before}>
                <IconButton
                  icon={ChevronLeft}
                  directed
                  label={words('attachments.previous')}
                  onPress={() => move(-1)}
                />
              </span>
            ) : null}
            {at < images.length - 1 ? (
              <span className={css.after}>
                <IconButton
                  icon={ChevronRight}
                  directed
                  label={words('attachments.next')}
                  onPress={() => move(1)}
                />
              </span>
            ) : null}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Large({ image, place, zoom }: { image: AttachedFile; place: FilePlace; zoom: number }) {
  const words = useWords();
  const { url, refused } = useFileUrl({ ...place, variant: 'original' });
  const blurred = thumbhashUrl(image.thumbhash);
  if (url === false) return <p className={css.missing}>{words('attachments.not-there')}</p>;
  return (
    <img
      className={css.large}
      src={url ?? blurred ?? undefined}
      alt={image.name}
      draggable={false}
      width={image.width ?? undefined}
      height={image.height ?? undefined}
      style={{ '--zoom': zoom }}
      onError={url ? refused : undefined}
    />
  );
}
