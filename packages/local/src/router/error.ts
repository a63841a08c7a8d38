/** An error as an AWS service answers it: `code` becomes `__type`, `status` the HTTP status. */
export class AwsError extends Error {
  override readonly name: string;
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
  }
}
