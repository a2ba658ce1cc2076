import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';

interface PictureProps {
  track: MediaStreamTrack;
  label: string;
  className?: string | undefined;
  ref?: Ref<HTMLVideoElement>;
}

/** What a camera or a screen shows, from its first frame on. What is heard comes from elsewhere. */
export function Picture({ track, label, className, ref }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [hasFrame, setHasFrame] = useState(false);
  useImperativeHandle<HTMLVideoElement | null, HTMLVideoElement | null>(ref, () => video.current);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.muted = true;
    element.srcObject = new MediaStream([track]);
    element.play().catch(() => {});
    return () => {
      element.srcObject = null;
      setHasFrame(false);
    };
  }, [track]);
  return (
    <video
      ref={video}
      className={className}
      style={hasFrame ? undefined : { opacity: 0 }}
      aria-label={label}
      autoPlay
      playsInline
      muted
      onLoadedData={() => setHasFrame(true)}
    />
  );
}
