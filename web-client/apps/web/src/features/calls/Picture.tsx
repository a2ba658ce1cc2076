import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';

interface PictureProps {
  track: MediaStreamTrack;
  label: string;
  className?: string | undefined;
  ref?: Ref<HTMLVideoElement>;
}

/** What a camera or a screen shows. What is heard comes from elsewhere. */
export function Picture({ track, label, className, ref }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useImperativeHandle<HTMLVideoElement | null, HTMLVideoElement | null>(ref, () => video.current);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.muted = true;
    element.srcObject = new MediaStream([track]);
    element.play().catch(() => {});
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  return <video ref={video} className={className} aria-label={label} autoPlay playsInline muted />;
}
