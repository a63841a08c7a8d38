/**
 * Containers that are read, by ffmpeg's names. Playlists and lists of files are not among them: they name what else is to be
 * read, which on a server could be anything.
 */
export const DEMUXERS = [
  "mov,mp4,m4a,3gp,3g2,mj2",
  "matroska,webm",
  "avi",
  "mpegts",
  "mpeg",
  "mpegvideo",
  "mxf",
  "flv",
  "asf",
  "ogg",
  "dv",
  "gif",
  "apng",
  "h264",
  "hevc",
  "m4v",
  "mjpeg",
  "ivf",
  "nut",
  "wtv",
  "yuv4mpegpipe",
];
