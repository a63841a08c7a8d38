export type FileTable = {
  id: string;
  bytes: number;
  content_type: string;
  key: string;
  etag: string;
  sha256: string | null;
  sha256_verified_at: Date | null;
};
