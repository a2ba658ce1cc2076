const KEPT = /^video\/(vp8|vp9|h264|rtx)$/i;
const ORDINARY_H264 = /profile-level-id=42e01f/i;
const ORDINARY_VP9 = /profile-id=0/;

/** Few kinds of video that every browser knows: all that one knows would make offers several times as long. */
export function preferOrdinaryVideo(transceiver: RTCRtpTransceiver): void {
  const known = RTCRtpReceiver.getCapabilities?.('video')?.codecs ?? [];
  const kept = known.filter(
    ({ mimeType, sdpFmtpLine = '' }) =>
      KEPT.test(mimeType) &&
      (!/h264/i.test(mimeType) ||
        (ORDINARY_H264.test(sdpFmtpLine) && sdpFmtpLine.includes('packetization-mode=1'))) &&
      (!/vp9/i.test(mimeType) || ORDINARY_VP9.test(sdpFmtpLine)),
  );
  if (kept.some(({ mimeType }) => /vp8|h264/i.test(mimeType))) transceiver.setCodecPreferences?.(kept);
}
